import type { DeliveryCounts } from './ledger.ts';
import type { Mailing, MailingState } from './mailing.ts';

/** How a mailing stands when a run of it ends: the last document of `penny send --json`. */
export interface MailingResult {
  readonly issue: number;
  readonly state: MailingState;
  /** Why it is paused or waiting, for people. */
  readonly reason?: string;
  readonly audience: number;
  readonly accepted: number;
  /** To be tried later, or not tried yet. */
  readonly deferred: number;
  readonly failed: number;
  readonly held: number;
  readonly unknown: number;
  /** Left out since the mailing started, or cancelled. */
  readonly skipped: number;
  readonly seconds: number;
}

export interface RunEnd {
  readonly state: MailingState;
  readonly reason?: string | undefined;
  readonly seconds: number;
}

/** The ten states of the ledger as the six counts that people are told; they add up to the audience. */
export function summarizeMailing(
  mailing: Mailing,
  counts: DeliveryCounts,
  { state, reason, seconds }: RunEnd,
): MailingResult {
  return {
    issue: mailing.issueNumber,
    state,
    ...(reason === undefined ? {} : { reason }),
    audience: mailing.audience,
    accepted: counts.accepted,
    deferred: countOpen(counts),
    failed: counts.failed,
    held: counts.held,
    unknown: counts.unknown,
    skipped: counts.skipped + counts.cancelled,
    seconds,
  };
}

/** How a mailing stands that no run of ours is sending: its seconds are those until it was finished, if it was. */
export function summarizeStanding(mailing: Mailing, counts: DeliveryCounts): MailingResult {
  const { state, reason, startedAt, finishedAt = startedAt } = mailing;
  return summarizeMailing(mailing, counts, { state, reason, seconds: (finishedAt - startedAt) / 1000 });
}

/**
 * What must hold at the end of every run (DELIVERY.md §1).
 *
 * @throws Error when it does not: then the ledger is wrong, and nobody should rely on it.
 */
export function assertInvariants(mailing: Mailing, { counts, state, contradictions }: Evidence): void {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (rows !== mailing.audience)
    throw new Error(`the ledger has ${rows} rows for an audience of ${mailing.audience}`);
  const open = countOpen(counts);
  if (state === 'finished' && open > 0) throw new Error(`a finished mailing has ${open} open deliveries`);
  if (contradictions.length > 0)
    throw new Error(`the ledger contradicts itself: ${contradictions.join('; ')}`);
}

interface Evidence {
  readonly counts: DeliveryCounts;
  readonly state: MailingState;
  readonly contradictions: readonly string[];
}

/** Those of whom it is not known yet what becomes of them. */
export function countOpen({ queued, deferred, attempting, committing }: DeliveryCounts): number {
  return queued + deferred + attempting + committing;
}
