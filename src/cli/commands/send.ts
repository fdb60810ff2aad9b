import type { Issue } from '../../issue/issue.ts';
import { renderEdition } from '../../render/render-edition.ts';
import { outboxNotice } from '../../terminal/plan-text.ts';
import { type Command, UsageError } from '../command.ts';
import { readSegment } from '../listing/read-segment.ts';
import { openWorkspace } from '../open-workspace.ts';
import { freezeSnapshot } from '../preparing/freeze-snapshot.ts';
import { withLogo } from '../preparing/with-logo.ts';
import { requireChecked } from '../publishing/require-checked.ts';
import { outputsOfMessage, refuseOutputs, scanOutputs } from '../publishing/scan-outputs.ts';
import { findIssue, readIssues } from '../read-issues.ts';
import { loadSigningKey } from '../sending/load-signing-key.ts';
import { sendTestCopies } from '../sending/send-test-copies.ts';
import { sendToAudience } from '../sending/send-to-audience.ts';
import type { AudienceOptions } from '../sending/sending.ts';
import { today } from '../today.ts';

interface SendOptions extends Omit<AudienceOptions, 'segment'> {
  readonly segment?: string;
  readonly test?: readonly string[];
}

/** `penny send <issue>`: to the audience, or with `--test` to a few addresses that leave no mark. */
export const send: Command<SendOptions> = async (context, options, [name = '', zone]) => {
  const { test, segment, ...typed } = options;
  const audienceOptions = {
    ...withZone(typed, zone),
    // A slip is told before anything is done, also where a mailing is there already.
    ...(segment === undefined ? {} : { segment: readSegment(segment) }),
  };
  if (test !== undefined) refuseAudienceOptions(audienceOptions);
  const workspace = openWorkspace(context);
  if (workspace.smtp === undefined) context.terminal.warn(outboxNotice);
  const all = readIssues(workspace);
  const parsed = findIssue(all, name, { folder: context.folder, workspaceFolder: workspace.folder });
  const checked = await requireChecked({ workspace, all, wanted: [parsed] }, context);
  if ('refused' in checked) return checked.refused;
  const [issue] = checked.issues;
  if (issue === undefined) throw new Error('an issue without errors was not completed');
  refuseEndedConsent(issue, today());
  const edition = await renderEdition(issue, await withLogo(workspace), workspace.templates);
  const snapshot = freezeSnapshot(edition, workspace.settings);
  const named = scanOutputs(workspace, all, await outputsOfMessage(snapshot));
  if (named.length > 0) return refuseOutputs(named, context);
  const work = { context, workspace, snapshot, signingKey: loadSigningKey(workspace) };
  if (test !== undefined) return sendTestCopies(work, { addresses: test, dryRun: options.dryRun === true });
  refuseDraft(issue);
  return sendToAudience(work, audienceOptions);
};

/** `--at 2026-12-01T09:00 Europe/Berlin`: the zone stands behind the time, and is an argument of its own. */
function withZone(options: AudienceOptions, zone: string | undefined): AudienceOptions {
  const { at, detach } = options;
  if (detach === true && at === undefined)
    throw new UsageError('--detach leaves a mailing for later', 'say with --at when it is to start');
  if (zone === undefined) return options;
  if (at === undefined)
    throw new UsageError(`there is nothing to do with “${zone}”`, 'penny send takes one issue at a time');
  return { ...options, at: `${at} ${zone}` };
}

/** Copies to try an issue out go to the addresses that were typed, one after the other, without a question. */
function refuseAudienceOptions(options: AudienceOptions): void {
  const { to, segment, connections, wait, rate, unknown, at, window, detach, moved } = options;
  const named = { to, segment, connections, wait, rate, unknown, at, window, detach, moved };
  const [name] = Object.entries(named).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined)
    throw new UsageError(`--${name} says how a mailing goes, and --test sends none`, 'leave one of them out');
}

/** What was fine on the day of the issue may be over on the day of the mailing, and a mail cannot be taken back. */
function refuseEndedConsent({ blocks }: Issue, day: string): void {
  for (const { id, consent } of blocks.filter((block) => block.kind === 'activeCandidate')) {
    if (consent?.until === undefined || consent.until >= day) continue;
    throw new UsageError(
      `candidate ${id} agreed to be shown until ${consent.until}, and today is ${day}`,
      'ask again and write the new days into consent:, or take the candidate out',
    );
  }
}

function refuseDraft({ draft, number }: Issue): void {
  if (draft)
    throw new UsageError(
      `issue ${number} is a draft`,
      'take draft: true out of it when it is ready, or use --test',
    );
}
