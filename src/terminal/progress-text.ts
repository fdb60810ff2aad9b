import type { Waiting } from '../delivery/dispatch-input.ts';
import type { DeliveryCounts } from '../delivery/ledger.ts';
import { formatDuration } from './duration-text.ts';
import { safe } from './safe-text.ts';

/** One line for the bottom of the screen while a mailing runs: `before` are the counts when this run began. */
export function formatProgress(
  counts: DeliveryCounts,
  { before, seconds }: { readonly before: DeliveryCounts; readonly seconds: number },
): string {
  const audience = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const done = countSettled(counts);
  const rate = seconds > 0 ? (done - countSettled(before)) / seconds : 0;
  const left = rate > 0 ? ` · ${formatDuration((audience - done) / rate)} left` : '';
  return `${counts.accepted} of ${audience} accepted · ${counts.failed} failed · ${counts.deferred} deferred · ${rate.toFixed(1)}/s${left}`;
}

function countSettled({ accepted, failed, held, unknown, skipped, cancelled }: DeliveryCounts): number {
  return accepted + failed + held + unknown + skipped + cancelled;
}

/** One line while nothing can be done: what for, and how long still. */
export function formatWaiting({ why, until }: Waiting, now: number): string {
  return `waiting ${safe(why)} · ${formatDuration(Math.max(0, until - now) / 1000)} left`;
}
