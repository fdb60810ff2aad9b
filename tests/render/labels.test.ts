import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Letterhead } from '../../src/render/letterhead.ts';
import { renderConfirmation } from '../../src/render/render-confirmation.ts';
import { renderEdition } from '../../src/render/render-edition.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { type Refusal, refusals, renderDeskPages } from '../../src/web/desk-pages.ts';
import { labelDefaults } from '../../src/workspace/label-defaults.ts';
import { completeLabels, labelsSchema } from '../../src/workspace/labels-schema.ts';
import { richIssue } from './sample-issues.ts';
import { candidate, fillSlots, issueWith, letterhead, markdown, role, templates } from './samples.ts';

/** A label in no language, with the gaps of the default: `⟨issue⟩ {number}`. */
const ownLabels = Object.fromEntries(
  Object.entries(labelDefaults).map(([name, { words }]) => {
    const gaps = words.match(/\{\w+\}/g) ?? [];
    return [name, [`⟨${name}⟩`, ...gaps].join(' ')];
  }),
);

const own: Letterhead = {
  ...letterhead,
  language: 'de',
  labels: completeLabels(letterhead.name, { ...ownLabels, openRole: '⟨openRole⟩' }),
  topics: ['hiring'],
};

const closed = (['paused', 'withdrawn', 'expired'] as const).map((status) => role({ id: status, status }));
const atWork = (['onsite', 'hybrid', 'remote'] as const).map((workplace) =>
  role({ id: workplace, workplace }),
);
const employed = (['fullTime', 'partTime', 'contract', 'temporary', 'intern'] as const).map((employment) =>
  role({ id: employment.toLowerCase(), employment }),
);
const paid = (['year', 'month', 'week', 'day', 'hour'] as const).map((per) =>
  role({ id: per, pay: { min: 1, max: 2, currency: 'EUR', per } }),
);
const people = (['paused', 'placed', 'withdrawn'] as const).map((status) =>
  candidate({ id: status, status, web: true }),
);
const wide = markdown('| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |');

const issues = [
  { ...richIssue, number: 2, slug: 'two', language: 'de', tags: ['hiring'], introduction: wide },
  issueWith([role(), ...closed, ...atWork, ...employed, ...paid, ...people, candidate({ id: 'kept' })], {
    number: 1,
    slug: 'one',
    language: 'de',
    date: '2026-11-22',
  }),
];

/** Everything that readers are shown of a newsletter. */
async function renderAll(): Promise<string> {
  const mails = await Promise.all(issues.map((issue) => renderEdition(issue, own, templates)));
  const site = (shown: typeof issues) =>
    planSite({ issues: shown, letterhead: own, templates, today: '2026-11-24' });
  const ask = (await renderConfirmation(own, templates, 'subject'))('https://penny.example/confirm/1');
  const desk = renderDeskPages(own, templates);
  const topics = [{ name: 'hiring', isChosen: true }];
  return [
    ...mails.flatMap(({ html, text }) => [fillSlots(html), fillSlots(text)]),
    ...site(issues).files.values(),
    ...site([]).files.values(),
    ...[ask.html, ask.text, desk.subscribed, desk.confirm, desk.confirmed, desk.left, desk.chosen],
    desk.leave({ addressHint: 'j…@example.com', isOnList: true, topics }),
    desk.leave({ isOnList: false, topics: [] }),
    ...(Object.keys(refusals) as Refusal[]).map((refusal) => desk.refused(refusal)),
  ].join('\n');
}

describe('words around the author’s', () => {
  it('are shown as newsletter.yaml has them, each of them somewhere', async () => {
    const shown = await renderAll();
    const missing = Object.keys(ownLabels).filter((name) => !shown.includes(`⟨${name}⟩`));
    expect(missing).toEqual([]);
  });

  it('are filled in', async () => {
    const shown = await renderAll();
    expect(shown).not.toMatch(/\{(?:number|name|minutes|date|pay|countries|address)\}/);
    expect(shown).toContain('⟨issue⟩ 2');
    expect(shown).toContain(`⟨whyThisMail⟩ ${own.name}`);
    expect(shown).toContain('⟨leaveLead⟩ <span class="whole">j…@example.com</span>');
  });

  it('come with dates in the language of the issue', async () => {
    const shown = await renderAll();
    expect(shown).toContain('23. November 2026');
    expect(shown).toContain('⟨posted⟩ 23. November 2026');
    expect(shown).not.toMatch(/November \d+,/);
  });

  it('stand in no template itself', () => {
    const files = ['email', 'web', 'text'].flatMap((folder) =>
      readdirSync(join('templates', folder))
        .filter((name) => name.endsWith('.hbs'))
        .map((name) => join('templates', folder, name)),
    );
    const spoken = files.flatMap((file) => {
      const words = readFileSync(file, 'utf8')
        .replaceAll(/\{\{\{?.*?\}\}\}?|<!--.*?-->|<xml>.*?<\/xml>|&\w+;/gs, '')
        .replaceAll(/<[^>]*?(?:aria-label|alt|title|placeholder)="([^"]*)"[^>]*>/g, '$1')
        .replaceAll(/<[^>]*>/g, '');
      return /\p{L}+/u.test(words) ? [`${file}: ${words.trim()}`] : [];
    });
    expect(files.length).toBeGreaterThan(30);
    expect(spoken).toEqual([]);
  });
});

describe('labels in newsletter.yaml', () => {
  it('may leave out what is filled in, and cannot ask for more', () => {
    const problemOf = (labels: object): string | undefined =>
      labelsSchema.safeParse(labels).error?.issues[0]?.message;
    expect(problemOf({ issue: 'Ausgabe {number}', readOnline: 'im Browser lesen' })).toBeUndefined();
    expect(problemOf({ issue: 'die neueste' })).toBeUndefined();
    expect(problemOf({ issue: 'Ausgabe {nummer}' })).toBe('can have {number} only');
    expect(problemOf({ unsubscribe: 'tschüss {name}' })).toBe('has nothing in braces to fill in');
  });

  it('are all told of in docs/theming.md, with what they say by themselves', () => {
    const told = readFileSync('docs/theming.md', 'utf8');
    expect(Object.keys(labelsSchema.shape).filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
    const rows = Object.entries(labelDefaults).map(([name, { words }]) => `| \`${name}\` | ${words} |`);
    expect(rows.filter((row) => !told.includes(row))).toEqual([]);
  });
});
