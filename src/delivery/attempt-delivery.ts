import { classifyReply, type Verdict } from './classify-reply.ts';
import type { Clock } from './clock.ts';
import { composeMessage } from './compose-message.ts';
import { HeaderError } from './header-error.ts';
import type { ClaimedDelivery, Ledger, Mailing, Snapshot, Worker } from './ledger.ts';
import type { MailerConnection, MailMessage } from './mailer.ts';

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
 * @throws what the ledger throws; a delivery that is not settled is recovered by the next run.
 */
export async function attemptDelivery(
  claimed: ClaimedDelivery,
  connection: MailerConnection,
  tools: AttemptTools,
): Promise<Verdict> {
  const { ledger, clock, worker, retry } = tools;
  const message = await compose(claimed, tools);
  if (message instanceof HeaderError) return holdBack(claimed, message, tools);

  let dotIntended = false;
  let failure: unknown;
  const reply = await connection.deliver(message, async () => {
    try {
      dotIntended = ledger.intendDot(claimed, worker, clock.now());
    } catch (error) {
      failure = error;
    }
    if (!dotIntended) throw new Error('the ledger refused the dot', { cause: failure });
  });
  const { attempt, deferrals } = claimed;
  const verdict = classifyReply(reply, { dotIntended, attempt, deferrals, retry, now: clock.now() });
  ledger.settle(claimed, worker, verdict.outcome, clock.now());
  if (failure !== undefined) throw failure;
  return verdict;
}

async function compose(
  { recipient, messageId }: ClaimedDelivery,
  { snapshot, mailing }: AttemptTools,
): Promise<MailMessage | HeaderError> {
  try {
    return await composeMessage({ snapshot, recipient, messageId, date: mailing.startedAt });
  } catch (error) {
    if (error instanceof HeaderError) return error;
    throw error;
  }
}

/** One person's data must not stop everybody's mailing; should it be everybody's, the mailing pauses after a few. */
function holdBack(claimed: ClaimedDelivery, { message }: HeaderError, tools: AttemptTools): Verdict {
  const { ledger, clock, worker } = tools;
  const outcome = { state: 'held', stage: 'mail', text: message } as const;
  ledger.settle(claimed, worker, outcome, clock.now());
  return { outcome };
}
