import type { DeliveryCounts, DeliveryReport, HeldElsewhere, Mailing } from '../delivery/ledger.ts';
import type { MailingResult } from '../delivery/mailing-result.ts';
import type { TestReport } from '../delivery/send-test.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/** How a run of a mailing ended, and how it goes on if it does. */
export function formatRun(result: MailingResult): string {
  const goesOn = result.state === 'paused' || result.state === 'waiting';
  return goesOn
    ? `${formatResult(result)}\n  hint: run the same command again to go on; nobody gets it twice`
    : formatResult(result);
}

/** How a mailing stands. */
export function formatResult(result: MailingResult): string {
  const { issue, state, reason, audience, accepted } = result;
  const because = reason === undefined ? '' : `: ${safe(reason)}`;
  const others = (['deferred', 'failed', 'held', 'unknown', 'skipped'] as const)
    .filter((name) => result[name] > 0)
    .map((name) => `${result[name]} ${name}`);
  return [
    `issue ${issue} is ${state}${because}`,
    [`${accepted} of ${audience} accepted`, ...others].join(', '),
  ].join('\n');
}

/** One line for the bottom of the screen while a mailing runs: `before` are the counts when this run began. */
export function formatProgress(
  counts: DeliveryCounts,
  { before, seconds }: { readonly before: DeliveryCounts; readonly seconds: number },
): string {
  const audience = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const done = countSettled(counts);
  const rate = seconds > 0 ? (done - countSettled(before)) / seconds : 0;
  const left = rate > 0 ? ` · ${Math.ceil((audience - done) / rate)} s left` : '';
  return `${counts.accepted} of ${audience} accepted · ${counts.failed} failed · ${counts.deferred} deferred · ${rate.toFixed(1)}/s${left}`;
}

function countSettled({ accepted, failed, held, unknown, skipped, cancelled }: DeliveryCounts): number {
  return accepted + failed + held + unknown + skipped + cancelled;
}

/** What a run finds that goes on with an earlier one. */
export function formatGoingOn(
  { issueNumber, startedAt, audience }: Mailing,
  { accepted, left }: { readonly accepted: number; readonly left: number },
): string {
  return `issue ${issueNumber} was started on ${formatMoment(startedAt)}: ${accepted} of ${audience} have it; going on with the ${left} who are left`;
}

/** Who else is sending the issue, and what to do about it. */
export function formatHeldElsewhere({ heldBy: { pid, host }, since }: HeldElsewhere): string {
  const who = `penny: process ${pid} on ${safe(host)} is sending this issue since ${formatMoment(since)}`;
  return `${who}\n  hint: wait for it, or stop it and run the same command`;
}

/** The copies that would be sent to try an issue out. */
export function formatTestPlan(addresses: readonly string[], destination: string): string {
  const who = addresses.map(safe).join(', ');
  return `[test] copies for ${who} would go through ${safe(destination)}\na dry run: nothing was sent`;
}

/** What became of the copies that somebody sent to try an issue out. */
export function formatTestReports(reports: readonly TestReport[], destination: string): string {
  const lines = reports.map(
    ({ address, accepted, text }) => `${accepted ? 'accepted' : 'failed'}  ${safe(address)}  ${safe(text)}`,
  );
  return [`[test] copies through ${safe(destination)}`, ...lines].join('\n');
}

/** A mailing, how it stands, and its recipients if they were asked for. */
export interface ToldMailing {
  readonly mailing: Mailing;
  readonly result: MailingResult;
  readonly recipients?: readonly DeliveryReport[];
}

/** One mailing after the other, in the order given. */
export function formatMailings(mailings: readonly ToldMailing[]): string {
  return mailings.map(formatMailing).join('\n\n');
}

function formatMailing({ mailing, result, recipients }: ToldMailing): string {
  const since = `since ${formatMoment(mailing.startedAt)}, by ${mailing.transport}`;
  return [
    formatResult(result),
    since,
    ...(recipients === undefined ? [] : [formatRecipients(recipients)]),
  ].join('\n');
}

function formatRecipients(reports: readonly DeliveryReport[]): string {
  return formatTable([
    ['address', 'state', 'attempts', 'last reply'],
    ...reports.map(({ address, state, attempts, text }) => [
      safe(address),
      state,
      String(attempts),
      safe(text ?? ''),
    ]),
  ]);
}

/** `2026-11-23 09:00 UTC`. */
function formatMoment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
