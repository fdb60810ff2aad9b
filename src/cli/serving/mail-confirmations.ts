import type { DueConfirmation, SignUpStore } from '../../audience/sign-up-store.ts';
import { makeToken } from '../../audience/signed-token.ts';
import { classifyReply } from '../../delivery/classify-reply.ts';
import type { Clock } from '../../delivery/clock.ts';
import type { Mailer, MailerConnection, MailMessage } from '../../delivery/mailer.ts';

export interface ConfirmationParts {
  readonly signUps: SignUpStore;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Of the newsletter, without a slash at its end. */
  readonly url: string;
  readonly compose: (to: string, confirmUrl: string) => Promise<MailMessage>;
  /** Milliseconds to wait after the first, second, … try that came to nothing. */
  readonly retry: readonly number[];
  /** For people; without addresses. */
  readonly log: (line: string) => void;
}

/**
 * Sends every confirmation that is due, one after the other. That one was sent is written down before it can arrive:
 * whatever happens then, nobody is asked twice. A server that takes no connection is left alone until the next call.
 *
 * @param stop after the mail that is on its way
 */
export async function mailConfirmations(parts: ConfirmationParts, stop: AbortSignal): Promise<void> {
  const takeDue = async (): Promise<DueConfirmation | undefined> =>
    stop.aborted ? undefined : parts.signUps.takeDue(parts.clock.now());
  let connection: MailerConnection | undefined;
  try {
    for (let due = await takeDue(); due !== undefined; due = await takeDue()) {
      if (connection?.usable !== true) {
        await connection?.close();
        connection = undefined;
        const answer = await parts.mailer.connect();
        if (!('deliver' in answer)) {
          parts.log(`a confirmation waits: ${answer.text}`);
          return await putOff(due, parts);
        }
        connection = answer;
      }
      await deliver(due, connection, parts);
    }
  } finally {
    await connection?.close();
  }
}

async function deliver(
  due: DueConfirmation,
  connection: MailerConnection,
  parts: ConfirmationParts,
): Promise<void> {
  const { signUps, url, compose } = parts;
  const [secret] = signUps.secrets();
  if (secret === undefined) throw new Error('there is no secret to sign with');
  const message = await compose(due.address, `${url}/confirm/${makeToken(secret, 'confirm', due.signUpId)}`);
  let isMarked = false;
  const reply = await connection.deliver(message, async () => {
    await signUps.markMailed(due.signUpId);
    isMarked = true;
  });
  const { state } = classifyReply(reply, {
    dotIntended: isMarked,
    attempt: due.tries,
    deferrals: due.tries - 1,
    retry: parts.retry,
    now: parts.clock.now(),
    jitter: 0,
  }).outcome;
  // What may have arrived is not sent again: one too few is better than one too many.
  if (state === 'accepted' || state === 'unknown') return;
  // The server's words may hold the address.
  if (reply.kind === 'reply')
    parts.log(
      `a confirmation ${state === 'failed' ? 'was refused' : 'waits'}: ${reply.code} ${reply.enhanced ?? ''}`.trimEnd(),
    );
  if (state === 'failed') await signUps.putOff(due.signUpId, undefined);
  else await putOff(due, parts);
}

/** Until the schedule ends: whoever asked then does not wait any more. */
async function putOff({ signUpId, tries }: DueConfirmation, parts: ConfirmationParts): Promise<void> {
  const pause = parts.retry[tries - 1];
  await parts.signUps.putOff(signUpId, pause === undefined ? undefined : parts.clock.now() + pause);
}
