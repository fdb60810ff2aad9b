import { redact } from '../../check/never-name/redact.ts';
import { asOfDay } from '../../issue/as-of-day.ts';
import { slugOfFile } from '../../issue/complete-issue.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Picture } from '../../issue/picture.ts';
import type {
  PreviewEntry,
  PreviewFinding,
  PreviewRendering,
  PreviewSource,
} from '../../preview/preview-source.ts';
import type { Edition } from '../../render/edition.ts';
import { renderIssuePage } from '../../render/issue-page.ts';
import type { Letterhead, Templates } from '../../render/letterhead.ts';
import { renderEdition } from '../../render/render-edition.ts';
import { contentIdOf } from '../../render/shown-pictures.ts';
import { prepareWebLayout, type WebLayout } from '../../render/web-layout.ts';
import type { Finding } from '../../source/finding.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { checkWorkspace, sourcesOf } from '../checking/check-workspace.ts';
import { findFurther } from '../checking/find-further.ts';
import { freezeSnapshot } from '../preparing/freeze-snapshot.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { withPictures } from '../preparing/with-pictures.ts';
import { outputsOfMessage, scanOutputs } from '../publishing/scan-outputs.ts';
import { readIssues } from '../read-issues.ts';
import { today } from '../today.ts';
import { findInSettings } from './find-in-settings.ts';
import { findSubscribers } from './find-subscribers.ts';
import { writeLetter } from './write-letter.ts';

/** What the preview shows: parse, check and render, of the files as they are at this moment. */
export function createPreviewSource(open: () => Workspace): PreviewSource {
  const preparing = keepLayout();
  return {
    list: async () => {
      const workspace = open();
      return readIssues(workspace)
        .map((parsed) => toEntry(parsed, workspace))
        .reverse();
    },
    render: async (slug) => renderForPreview(slug, open, preparing),
    findSubscribers: async (words) => findSubscribers(open(), words),
  };
}

/** The name under which the preview knows an issue, broken or not; one that must not appear is not in it. */
export function slugOfIssue({ file, issue, written }: ParsedIssue, { neverNames = [] }: Workspace): string {
  return redact(issue?.slug ?? written?.frontMatter.fields.slug ?? slugOfFile(file), neverNames);
}

/** Prepares the layout of pages anew when something changed of what it is made of. */
function keepLayout(): (letterhead: Letterhead, templates: Templates) => WebLayout {
  let kept: { readonly from: string; readonly layout: WebLayout } | undefined;
  return (letterhead, templates) => {
    // A picture's path changes with its bytes.
    const from = JSON.stringify([letterhead, [...templates]], (key, value: unknown) =>
      key === 'bytes' ? undefined : value,
    );
    if (kept?.from !== from) kept = { from, layout: prepareWebLayout(letterhead, templates) };
    return kept.layout;
  };
}

async function renderForPreview(
  slug: string,
  open: () => Workspace,
  layoutOf: ReturnType<typeof keepLayout>,
): Promise<PreviewRendering> {
  const workspace = open();
  const all = readIssues(workspace);
  const parsed = all.find((candidate) => slugOfIssue(candidate, workspace) === slug);
  if (parsed === undefined) return { kind: 'missing' };
  const entry = toEntry(parsed, workspace);
  const check = (): Promise<readonly PreviewFinding[]> => findingsOf(parsed, all, workspace);
  if (parsed.issue === undefined) return { kind: 'broken', entry, findings: await check() };
  const [issue = parsed.issue] = await withPictures(workspace, [parsed.issue]);
  const { templates } = workspace;
  const letterhead = await withLogo(workspace);
  const edition = await renderEdition(issue, letterhead, templates);
  const web = renderIssuePage(asOfDay(issue, today()), layoutOf(letterhead, templates));
  const parts = { issue, edition, workspace, web };
  const named = await findNamed(parts, all, workspace);
  if (named.length > 0) return { kind: 'broken', entry, findings: [...(await check()), ...named] };
  return {
    kind: 'rendered',
    entry,
    web,
    pictures: dataOf([...issue.pictures.values(), ...picturesOf(letterhead)], letterhead.url),
    check,
    letterFor: async (reader) => writeLetter(parts, reader),
    mayBeShown: async () => (await findNamed(parts, all, open())).length === 0,
  };
}

function picturesOf({ logo }: Letterhead): readonly Picture[] {
  return logo === undefined ? [] : [logo.light, logo.dark, logo.grounded];
}

function dataOf(pictures: readonly Picture[], url: string): ReadonlyMap<string, string> {
  return new Map(
    pictures.flatMap((picture) => {
      const data = `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
      return [
        [`${url}/${picture.path}`, data],
        [`cid:${contentIdOf(picture)}`, data],
      ];
    }),
  );
}

interface PreviewedIssue {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly web: string;
  /** With which it was rendered. */
  readonly workspace: Workspace;
}

/**
 * What all that the preview shows or hands out holds of the never-name list as it is now; readers bring what is their
 * own. What is told of a letter comes out of it, and is looked at where nothing was found in that.
 */
async function findNamed(
  parts: PreviewedIssue,
  all: readonly ParsedIssue[],
  now: Workspace,
): Promise<readonly Finding[]> {
  if (now.neverNames === undefined) return [];
  const { edition, workspace, web } = parts;
  const named = scanOutputs(now, all, [
    ...(await outputsOfMessage(freezeSnapshot(edition, workspace.settings))),
    { name: 'the page', content: web },
  ]);
  if (named.length > 0) return named;
  const details = await writeLetter(parts, { kind: 'sample' }).details();
  return scanOutputs(now, all, [{ name: 'the details', content: JSON.stringify(details) }]);
}

function toEntry(parsed: ParsedIssue, workspace: Workspace): PreviewEntry {
  const { neverNames = [] } = workspace;
  const { number } = parsed.written?.frontMatter.fields ?? {};
  return {
    slug: slugOfIssue(parsed, workspace),
    title: redact(titleOf(parsed) ?? parsed.file, neverNames),
    file: redact(parsed.file, neverNames),
    ...(number === undefined ? {} : { number }),
  };
}

/** Behind a quotation mark that nothing closes, a title goes on with whatever follows: that is none. */
function titleOf({ written, findings }: ParsedIssue): string | undefined {
  const { fields, places } = written?.frontMatter ?? {};
  const place = places?.get('title')?.value;
  const isBroken = findings.some(
    ({ rule, line }) =>
      rule === 'schema/yaml' && place !== undefined && line >= place.line && line <= place.endLine,
  );
  return isBroken ? undefined : fields?.title;
}

/** What `penny check` says of the issue, and `penny send` of the settings, where it is to be read beside its text. */
async function findingsOf(
  parsed: ParsedIssue,
  all: readonly ParsedIssue[],
  workspace: Workspace,
): Promise<readonly PreviewFinding[]> {
  const lines = new Map(
    Array.from(sourcesOf(workspace, [parsed]), ([file, source]) => [file, source.split('\n')]),
  );
  const further = await findFurther(workspace, [parsed]);
  const { findings } = checkWorkspace(workspace, all, { named: [parsed], further });
  return [...findings, ...findInSettings(workspace)].map((finding) => {
    const sourceLine = lines.get(finding.file)?.[finding.line - 1];
    // As on the terminal: what is said of nothing at the very start is said of the file as a whole.
    const isOfFile = finding.endLine === 1 && finding.endColumn === 1;
    return sourceLine === undefined || isOfFile ? finding : { ...finding, sourceLine };
  });
}
