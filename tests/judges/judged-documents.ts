import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../src/issue/issue.ts';
import { parseIssue } from '../../src/issue/parse-issue.ts';
import type { Picture } from '../../src/issue/picture.ts';
import type { Edition } from '../../src/render/edition.ts';
import type { Letterhead } from '../../src/render/letterhead.ts';
import { renderConfirmation } from '../../src/render/render-confirmation.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { planSite } from '../../src/site/plan-site.ts';
import type { SiteFiles } from '../../src/site/site-plan.ts';
import { type Refusal, refusals, renderDeskPages } from '../../src/web/desk-pages.ts';
import { essayOnly, richIssue, rightToLeft, twelveRoles } from '../render/sample-issues.ts';
import { candidate, fillSlots, issueWith, letterhead, role, templates } from '../render/samples.ts';

/** Something that we make and that a judge reads: a page, a mail, or a page of the preview. */
export interface JudgedDocument {
  readonly name: string;
  readonly html: string;
}

/** Whose issues they are. */
const settings: Letterhead = { ...letterhead, tagline: 'one opinion & more' };

function picture(name: string, width: number, height: number): Picture {
  return { path: `images/${name}.png`, type: 'image/png', width, height, bytes: new Uint8Array() };
}

const logo = picture('1a', 120, 40);
/** The same newsletter with every picture that it can have. */
const illustrated: Letterhead = {
  ...settings,
  logo: { alt: 'penny & co', light: logo, dark: picture('1b', 120, 40), grounded: logo },
  shareImage: picture('2', 1200, 630),
};

function illustrate(issue: Issue): Issue {
  return {
    ...issue,
    pictures: new Map([['photos/decoration.png', picture('3', 536, 268)]]),
    shareImage: picture('4', 1200, 630),
  };
}
/** The day on which the sites are built. */
export const today = '2026-11-23';

/** Where they are to be found. */
export const siteUrl = letterhead.url;

/** The issue that this repository publishes. */
export const firstIssue: Issue = readFirstIssue();

/** One issue for every kind of page, and one role for every way that a role can stand. */
const siteIssues: readonly Issue[] = [
  { ...richIssue, number: 2, slug: 'rich', date: '2026-11-02', tags: ['hiring', 'sales'] },
  issueWith([role({ id: 'closed', closes: '2026-11-22' }), role({ id: 'gone', status: 'withdrawn' })], {
    number: 3,
    slug: 'roles',
    date: '2026-11-09',
    title: '<a> & "b" ]]>',
    tags: ['hiring'],
  }),
  issueWith([role({ id: 'resting', status: 'paused' }), candidate(), candidate({ id: 'c2', web: true })], {
    number: 4,
    slug: 'candidates',
    date: '2026-11-16',
    subtitle: 'r&d <b>',
  }),
  { ...rightToLeft, number: 5, slug: 'hebrew', date: '2026-11-23', subtitle: 'שלום' },
  firstIssue,
];

/**
 * The files of a site with every kind of page.
 *
 * @param url where it is to be found
 */
export function judgedSite(url = siteUrl): SiteFiles {
  return planSite({ issues: siteIssues, letterhead: { ...settings, url }, templates, today }).files;
}

/** The files of a site before its first issue. */
export function emptySite(): SiteFiles {
  return planSite({ issues: [], letterhead, templates, today }).files;
}

/** Every page of both sites. */
export function judgedPages(): readonly JudgedDocument[] {
  const issues = siteIssues.map(illustrate);
  const { files } = planSite({ issues, letterhead: illustrated, templates, today });
  return [...namedPages('site', files), ...namedPages('empty site', emptySite()), ...deskPages()];
}

/** The pages on which people join and leave. */
function deskPages(): JudgedDocument[] {
  const topics = ['hiring', 'candidates'];
  const { leave, refused, ...pages } = renderDeskPages({ ...illustrated, topics }, templates);
  const choices = topics.map((name, index) => ({ name, isChosen: index === 0 }));
  const documents = {
    ...pages,
    leave: leave({ addressHint: 'j…@example.com', isOnList: true, topics: choices }),
    'leave again': leave({ isOnList: false, topics: [] }),
    ...Object.fromEntries((Object.keys(refusals) as Refusal[]).map((refusal) => [refusal, refused(refusal)])),
  };
  return Object.entries(documents).map(([name, html]) => ({ name: `desk: ${name}`, html }));
}

function namedPages(site: string, files: SiteFiles): JudgedDocument[] {
  return [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, html]) => ({ name: `${site}: ${path}`, html }));
}

/** An issue of every kind that is mailed. */
const mailedIssues: Readonly<Record<string, Issue>> = {
  'the first issue': firstIssue,
  'a rich issue': richIssue,
  'an essay alone': essayOnly,
  'twelve roles': twelveRoles,
  'right to left': rightToLeft,
};

/** An edition of every kind of issue. */
export async function judgedEditions(): Promise<
  readonly { readonly name: string; readonly edition: Edition }[]
> {
  const entries = Object.entries(mailedIssues);
  return Promise.all(
    entries.map(async ([name, issue]) => ({
      name,
      edition: await renderEdition(illustrate(issue), illustrated, templates),
    })),
  );
}

/** A mail of every kind of issue, as one reader gets it. */
export async function judgedMails(): Promise<readonly JudgedDocument[]> {
  const editions = await judgedEditions();
  const confirmation = await renderConfirmation(illustrated, templates, 'please confirm: penny & co');
  return [
    { name: 'mail: please confirm', html: confirmation(`${siteUrl}/confirm/token`).html },
    ...editions.map(({ name, edition: { html } }) => ({
      name: `mail: ${name}`,
      html: fillSlots(html, () => `${siteUrl}/unsubscribe/token`),
    })),
  ];
}

/** The pages of the preview, as they are served. */
export function judgedPreviewPages(): readonly JudgedDocument[] {
  return ['page.html', 'index.html'].map((file) => ({
    name: `preview: ${file}`,
    html: templates.get(`preview/${file}`) ?? '',
  }));
}

function readFirstIssue(): Issue {
  const file = 'issues/001-are-interviews-really-a-two-way-street.md';
  const bytes = readFileSync(join(import.meta.dirname, '../..', file));
  const { issue } = parseIssue(
    { file, bytes },
    {
      language: letterhead.language,
      essayTitle: 'penny for my thoughts',
      roleCta: { lead: 'interested?', label: 'apply here' },
      candidateCta: { lead: 'want to chat with them?', label: 'email me' },
      contact: letterhead.sender.replyTo,
    },
  );
  if (issue === undefined) throw new Error(`${file} has faults`);
  return issue;
}
