import { checkIssues } from '../check/check-issues.ts';
import type { Newsletter } from '../check/newsletter.ts';
import { fillSlots } from '../delivery/personalise.ts';
import { slugOfFile } from '../issue/complete-issue.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type {
  PreviewEntry,
  PreviewFinding,
  PreviewRendering,
  PreviewSource,
} from '../preview/preview-source.ts';
import { renderEdition } from '../render/render-edition.ts';
import { prepareWebLayout } from '../render/web-layout.ts';
import { renderWebPage } from '../render/web-page.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readIssues } from './read-issues.ts';
import { sampleRecipient } from './sample-recipient.ts';

/** What the preview shows: parse, check and render, of the files as they are at this moment. */
export function createPreviewSource(open: () => Workspace): PreviewSource {
  return {
    list: async () => readIssues(open()).map(toEntry).reverse(),
    render: async (slug) => renderForPreview(open(), slug),
  };
}

/** The name under which the preview knows an issue, broken or not. */
export function slugOfIssue({ file, issue, written }: ParsedIssue): string {
  return issue?.slug ?? written?.frontMatter.fields.slug ?? slugOfFile(file);
}

async function renderForPreview(workspace: Workspace, slug: string): Promise<PreviewRendering> {
  const all = readIssues(workspace);
  const parsed = all.find((candidate) => slugOfIssue(candidate) === slug);
  if (parsed === undefined) return { kind: 'missing' };
  const entry = toEntry(parsed);
  const findings = findingsOf(parsed, { all, newsletter: workspace.settings });
  const { issue } = parsed;
  if (issue === undefined) return { kind: 'broken', entry, findings };
  const { settings, templates } = workspace;
  const edition = await renderEdition(issue, settings, templates);
  const recipient = sampleRecipient(settings.sender.address, edition);
  const fill = (part: 'subject' | 'text' | 'html'): string =>
    fillSlots(edition[part], recipient, { url: settings.url, escape: part === 'html' ? 'html' : 'none' });
  return {
    kind: 'rendered',
    entry,
    from: { name: settings.sender.name, address: settings.sender.address },
    subject: fill('subject'),
    ...(issue.preheader === undefined ? {} : { preheader: issue.preheader }),
    html: fill('html'),
    web: renderWebPage(issue, prepareWebLayout(settings, templates)),
    text: fill('text'),
    findings,
  };
}

function toEntry(parsed: ParsedIssue): PreviewEntry {
  const { title, number } = parsed.written?.frontMatter.fields ?? {};
  return {
    slug: slugOfIssue(parsed),
    title: title ?? parsed.file,
    file: parsed.file,
    ...(number === undefined ? {} : { number }),
  };
}

function findingsOf(
  parsed: ParsedIssue,
  { all, newsletter }: { readonly all: readonly ParsedIssue[]; readonly newsletter: Newsletter },
): PreviewFinding[] {
  const lines = parsed.source.split('\n');
  const { findings } = checkIssues(all, { newsletter, named: new Set([parsed.file]) });
  return findings.map((finding) => {
    const sourceLine = lines[finding.line - 1];
    return sourceLine === undefined ? finding : { ...finding, sourceLine };
  });
}
