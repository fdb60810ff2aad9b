import { redact } from '../check/never-name/redact.ts';
import { fillSlots } from '../delivery/personalise.ts';
import { asOfDay } from '../issue/as-of-day.ts';
import { slugOfFile } from '../issue/complete-issue.ts';
import type { ParsedIssue } from '../issue/parse-issue.ts';
import type {
  PreviewEntry,
  PreviewFinding,
  PreviewRendering,
  PreviewSource,
} from '../preview/preview-source.ts';
import type { Slotted } from '../render/edition.ts';
import { renderIssuePage } from '../render/issue-page.ts';
import { renderEdition } from '../render/render-edition.ts';
import { prepareWebLayout } from '../render/web-layout.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkWorkspace, sourcesOf } from './check-workspace.ts';
import { readIssues } from './read-issues.ts';
import { sampleRecipient } from './sample-recipient.ts';
import { outputsOfEdition, scanOutputs } from './scan-outputs.ts';
import { today } from './today.ts';

/** What the preview shows: parse, check and render, of the files as they are at this moment. */
export function createPreviewSource(open: () => Workspace): PreviewSource {
  return {
    list: async () => {
      const workspace = open();
      return readIssues(workspace)
        .map((parsed) => toEntry(parsed, workspace))
        .reverse();
    },
    render: async (slug) => renderForPreview(open(), slug),
  };
}

/** The name under which the preview knows an issue, broken or not; one that must not appear is not in it. */
export function slugOfIssue({ file, issue, written }: ParsedIssue, { neverNames = [] }: Workspace): string {
  return redact(issue?.slug ?? written?.frontMatter.fields.slug ?? slugOfFile(file), neverNames);
}

async function renderForPreview(workspace: Workspace, slug: string): Promise<PreviewRendering> {
  const all = readIssues(workspace);
  const parsed = all.find((candidate) => slugOfIssue(candidate, workspace) === slug);
  if (parsed === undefined) return { kind: 'missing' };
  const entry = toEntry(parsed, workspace);
  const findings = findingsOf(parsed, all, workspace);
  const { issue } = parsed;
  if (issue === undefined) return { kind: 'broken', entry, findings };
  const { settings, templates } = workspace;
  const edition = await renderEdition(issue, settings, templates);
  const web = renderIssuePage(asOfDay(issue, today()), prepareWebLayout(settings, templates));
  const shown = scanOutputs(workspace, all, [
    ...outputsOfEdition(edition),
    { name: 'the page', content: web },
  ]);
  if (shown.length > 0) return { kind: 'broken', entry, findings: [...findings, ...shown] };
  const recipient = sampleRecipient(settings.sender.address, edition);
  const fill = (slotted: Slotted, medium: 'html' | 'none'): string =>
    fillSlots(slotted, recipient, { url: settings.url, escape: medium });
  return {
    kind: 'rendered',
    entry,
    from: { name: settings.sender.name, address: settings.sender.address },
    subject: fill(edition.subject, 'none'),
    ...(edition.preheader === undefined ? {} : { preheader: fill(edition.preheader, 'none') }),
    html: fill(edition.html, 'html'),
    web,
    text: fill(edition.text, 'none'),
    findings,
  };
}

function toEntry(parsed: ParsedIssue, workspace: Workspace): PreviewEntry {
  const { neverNames = [] } = workspace;
  const { title, number } = parsed.written?.frontMatter.fields ?? {};
  return {
    slug: slugOfIssue(parsed, workspace),
    title: redact(title ?? parsed.file, neverNames),
    file: redact(parsed.file, neverNames),
    ...(number === undefined ? {} : { number }),
  };
}

function findingsOf(
  parsed: ParsedIssue,
  all: readonly ParsedIssue[],
  workspace: Workspace,
): readonly PreviewFinding[] {
  const [[, source = ''] = []] = sourcesOf(workspace, [parsed]);
  const lines = source.split('\n');
  return checkWorkspace(workspace, all, { named: [parsed] }).findings.map((finding) => {
    const sourceLine = lines[finding.line - 1];
    return sourceLine === undefined ? finding : { ...finding, sourceLine };
  });
}
