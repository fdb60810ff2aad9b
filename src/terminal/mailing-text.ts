import type { DeliveryCounts, DeliveryReport, Mailing } from '../delivery/ledger.ts';
import type { MailingResult } from '../delivery/mailing-result.ts';
import { safe } from './safe-text.ts';
import { formatTable } from './table.ts';

/** How a run of a mailing ended. */
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

/** One line for the bottom of the screen while a mailing runs. */
export function formatProgress(
  counts: DeliveryCounts,
  { audience, seconds }: { audience: number; seconds: number },
): string {
  const done = counts.accepted + counts.failed + counts.held + counts.unknown + counts.skipped;
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.ceil((audience - done) / rate) : 0;
  return `${counts.accepted} of ${audience} accepted · ${counts.failed} failed · ${counts.deferred} deferred · ${rate.toFixed(1)}/s · ${left} s left`;
}

/** All mailings, newest first. */
export function formatMailings(
  mailings: readonly { readonly mailing: Mailing; readonly result: MailingResult }[],
): string {
  if (mailings.length === 0) return 'nothing was sent yet';
  return mailings
    .map(
      ({ mailing, result }) =>
        `${formatResult(result)}\nsince ${formatMoment(mailing.startedAt)}, by ${mailing.transport}`,
    )
    .join('\n\n');
}

/** Every recipient of a mailing. */
export function formatRecipients(reports: readonly DeliveryReport[]): string {
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
export function formatMoment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
