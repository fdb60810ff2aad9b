import { classifyReply, type Verdict } from './classify-reply.ts';
import type { Clock } from './clock.ts';
import { HeaderError } from './header-error.ts';
import type { AttemptOutcome, ClaimedDelivery, DeliveryState, Ledger } from './ledger.ts';
import type { MailerConnection, MailMessage } from './mailer.ts';
import type { Worker } from './mailing.ts';
import type { CompiledMessage } from './message/compile-message.ts';

/** What is done about a delivery whose outcome nobody can know (DELIVERY.md §1). */
export type UnknownPolicy = 'ask' | 'skip' | 'resend';

/** What an attempt works with; the same for all attempts of a run. */
export interface AttemptTools {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly worker: Worker;
  readonly message: CompiledMessage;
  /** For people: the address that the mailing is sent as. */
  readonly sender: string;
  readonly retry: readonly number[];
  readonly unknown: UnknownPolicy;
  /** Between 0 and 1, another one each time: keeps tries apart that would come at once. */
  readonly jitter: () => number;
}

/** How an attempt ended, and where the delivery is now. */
export interface EndedDelivery {
  readonly verdict: Verdict;
  readonly state: DeliveryState;
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
): Promise<EndedDelivery> {
  const { ledger, clock, worker, retry, jitter, sender } = tools;
  const message = await compose(claimed, tools);
  if (message instanceof HeaderError) return settle({ outcome: heldBack(message) }, claimed, tools);

  let dotIntended = false;
  let failure: unknown;
  const reply = await connection.deliver(message, async () => {
    try {
      dotIntended = await ledger.intendDot(claimed, worker, clock.now());
    } catch (error) {
      failure = error;
    }
    if (!dotIntended) throw new Error('the ledger refused the dot', { cause: failure });
  });
  const { attempt, deferrals } = claimed;
  const now = clock.now();
  const context = { dotIntended, attempt, deferrals, retry, now, jitter: jitter(), sender };
  const verdict = classifyReply(reply, context);
  const ended = await settle(verdict, claimed, tools);
  if (failure !== undefined) throw failure;
  return ended;
}

async function settle(
  verdict: Verdict,
  claimed: ClaimedDelivery,
  { ledger, clock, worker, unknown }: AttemptTools,
): Promise<EndedDelivery> {
  const outcome: AttemptOutcome = {
    ...verdict.outcome,
    ...(verdict.badAddress === true ? { badAddress: true } : {}),
    ...(verdict.outcome.state === 'unknown' && unknown === 'resend' ? { resend: true } : {}),
  };
  return { verdict, state: await ledger.settle(claimed, worker, outcome, clock.now()) };
}

async function compose(
  { recipient, messageId }: ClaimedDelivery,
  { message }: AttemptTools,
): Promise<MailMessage | HeaderError> {
  try {
    return await message.compose(recipient, messageId);
  } catch (error) {
    if (error instanceof HeaderError) return error;
    throw error;
  }
}

/** One person's data must not stop everybody's mailing; should it be everybody's, the mailing pauses after a few. */
function heldBack({ message }: HeaderError): AttemptOutcome {
  return { state: 'held', stage: 'mail', text: message };
}
