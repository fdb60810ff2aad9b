import { summarize } from '../../check/check-result.ts';
import type { NeverNameList } from '../../check/never-name/never-name-list.ts';
import { releasePlaces } from '../../check/never-name/release-places.ts';
import { type Output, scanOutput } from '../../check/never-name/scan-output.ts';
import type { Snapshot } from '../../delivery/mailing.ts';
import { compileMessage } from '../../delivery/message/compile-message.ts';
import type { ParsedIssue } from '../../issue/parse-issue.ts';
import type { Edition, Slotted } from '../../render/edition.ts';
import type { SiteFiles } from '../../site/site-plan.ts';
import type { Finding } from '../../source/finding.ts';
import { findingsDocument } from '../../terminal/findings-json.ts';
import { formatFindings } from '../../terminal/findings-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { sampleRecipient } from '../preparing/sample-recipient.ts';

/** Everything that would leave the house, held against the never-name list: the last look. */
export function scanOutputs(
  workspace: Workspace,
  issues: readonly ParsedIssue[],
  outputs: readonly Output[],
): readonly Finding[] {
  const list = listForOutputs(workspace, issues);
  return list.length === 0 ? [] : outputs.flatMap((output) => scanOutput(output, list));
}

/** The never-name list as outputs are held against it. */
export function listForOutputs(
  { neverNames = [] }: Workspace,
  issues: readonly ParsedIssue[],
): NeverNameList {
  return releasePlaces(
    neverNames,
    issues.flatMap(({ written }) => written ?? []),
  );
}

/** The parts of an edition, and a whole message of it as it would go over the wire. */
export async function outputsOfMessage(snapshot: Snapshot): Promise<readonly Output[]> {
  const { edition, stationery } = snapshot;
  const recipient = sampleRecipient(stationery.from.address, edition);
  // Pictures were made anew from what they show: no text is left in them, and their bytes look like any word.
  const { embedded: _, ...withoutPictures } = edition;
  const compiled = compileMessage({ stationery, edition: withoutPictures }, { date: 0 });
  const { bytes } = await compiled.compose(recipient, '<sample@sample>');
  return [
    ...outputsOfEdition(edition),
    { name: 'the message', content: Buffer.from(bytes).toString('latin1') },
  ];
}

export function outputsOfSite(files: SiteFiles, folder: string): readonly Output[] {
  return Array.from(files, ([path, content]) => ({ name: `${folder}/${path}`, content }));
}

export function outputsOfEdition({ subject, html, text }: Edition): readonly Output[] {
  return [
    { name: 'the subject', content: withoutSlots(subject) },
    { name: 'the email', content: withoutSlots(html) },
    { name: 'the text part', content: withoutSlots(text) },
  ];
}

/** What a recipient brings is their own; fallbacks are the author's. */
function withoutSlots(slotted: Slotted): string {
  return slotted.map((part) => (typeof part === 'string' ? part : (part.fallback ?? ' '))).join('');
}

/** Nothing was written and nobody was mailed. */
export function refuseOutputs(findings: readonly Finding[], { terminal, json }: CommandContext): Outcome {
  if (!json) terminal.warn(formatFindings(findings, new Map(), terminal));
  terminal.warn(
    'penny: stopped, because a name that must not appear would\n  hint: nothing was written or sent',
  );
  return { exitCode: 1, json: findingsDocument(summarize(findings)), text: '' };
}
