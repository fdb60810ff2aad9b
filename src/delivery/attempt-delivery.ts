import { classifyReply, type Verdict } from './classify-reply.ts';
import type { Clock } from './clock.ts';
import { composeMessage } from './compose-message.ts';
import type { ClaimedDelivery, Ledger, Mailing, Snapshot, Worker } from './ledger.ts';
import type { MailerConnection } from './mailer.ts';

/** What an attempt works with; the same for all attempts of a run. */
export interface AttemptTools {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly worker: Worker;
  readonly mailing: Mailing;
  readonly snapshot: Snapshot;
  readonly retry: readonly number[];
}

/**
 * One try at one recipient: compose, deliver, and write down what became of it. The dot intent is durable before the
 * dot leaves; if it cannot be written, no dot leaves.
 *
 * @throws what composing or the ledger throws; the delivery is then recovered by the next run.
 */
export async function attemptDelivery(
  claimed: ClaimedDelivery,
  connection: MailerConnection,
  { ledger, clock, worker, mailing, snapshot, retry }: AttemptTools,
): Promise<Verdict> {
  const { recipient, messageId, attempt } = claimed;
  const message = await composeMessage({ snapshot, recipient, messageId, date: mailing.startedAt });
  let dotIntended = false;
  const reply = await connection.deliver(message, () => {
    if (!ledger.intendDot(claimed, worker, clock.now())) throw new Error('the ledger refused the dot');
    dotIntended = true;
  });
  const verdict = classifyReply(reply, { dotIntended, attempt, retry, now: clock.now() });
  ledger.settle(claimed, worker, verdict.outcome, clock.now());
  return verdict;
}
