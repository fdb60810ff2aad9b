import type { DispatchInput } from './dispatch-input.ts';
import { DispatchRun } from './dispatch-run.ts';
import type { DeliveryCounts } from './ledger.ts';
import type { MailingState } from './mailing.ts';
import { assertInvariants, countOpen, type MailingResult, summarizeMailing } from './mailing-result.ts';
import { maskAddresses } from './mask-addresses.ts';
import { recoverDeliveries } from './recover-deliveries.ts';

/**
 * Sends what is left of a mailing, until nothing is due, something pauses it, or it is stopped. Everything that it
 * knows is in the ledger: killed at any moment, the next run goes on from there.
 *
 * @throws what the ledger throws, after the connections are closed.
 */
export async function dispatchMailing(input: DispatchInput): Promise<MailingResult> {
  const { ledger, clock, mailing, worker } = input;
  const startedAt = clock.now();
  try {
    await recoverDeliveries(mailing, input);
    const run = new DispatchRun(input);
    await run.finish();
    const counts = ledger.counts(mailing);
    const { state, reason } = endOf(run, counts, input);
    assertInvariants(mailing, { counts, state, contradictions: ledger.contradictions(mailing) });
    ledger.releaseMailing(mailing, worker, state, reason, clock.now());
    return summarizeMailing(mailing, counts, { state, reason, seconds: (clock.now() - startedAt) / 1000 });
  } catch (error) {
    releaseAfter(error, input);
    throw error;
  }
}

function endOf(
  { end }: DispatchRun,
  counts: DeliveryCounts,
  { stop }: DispatchInput,
): { readonly state: MailingState; readonly reason: string | undefined } {
  if (end !== undefined) return end;
  if (countOpen(counts) === 0) return { state: 'finished', reason: undefined };
  return { state: 'waiting', reason: stop.aborted ? 'interrupted' : undefined };
}

/** Lets the mailing go when something of ours broke, so that nobody takes it for running. */
function releaseAfter(error: unknown, { ledger, mailing, worker, clock }: DispatchInput): void {
  const reason = maskAddresses(error instanceof Error ? error.message : String(error));
  try {
    ledger.releaseMailing(mailing, worker, 'paused', reason, clock.now());
  } catch {
    // The ledger itself is what broke: the first error is the one to tell.
  }
}
