import type { DueConfirmation, SignUpStore } from '../../audience/sign-up-store.ts';
import { makeToken } from '../../audience/signed-token.ts';
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
 * whatever happens then, nobody is asked twice.
 */
export async function mailConfirmations(parts: ConfirmationParts): Promise<void> {
  const { signUps, mailer, clock } = parts;
  let connection: MailerConnection | undefined;
  try {
    for (
      let due = await signUps.takeDue(clock.now());
      due !== undefined;
      due = await signUps.takeDue(clock.now())
    ) {
      if (connection?.usable !== true) {
        await connection?.close();
        const answer = await mailer.connect();
        connection = 'deliver' in answer ? answer : undefined;
        if (!('deliver' in answer)) parts.log(`a confirmation waits: ${answer.text}`);
      }
      if (connection === undefined) await putOff(due, parts);
      else await deliver(due, connection, parts);
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
  if (reply.kind === 'noReply') {
    // After the dot the message may have arrived, and one too few is better than one too many.
    if (!isMarked) await putOff(due, parts);
    return;
  }
  if (reply.code < 300) return;
  parts.log(`a confirmation was refused: ${reply.code} ${reply.text}`);
  if (reply.code < 500) await putOff(due, parts);
  else await signUps.putOff(due.signUpId, undefined);
}

/** Until the schedule ends: whoever asked then does not wait any more. */
async function putOff({ signUpId, tries }: DueConfirmation, parts: ConfirmationParts): Promise<void> {
  const pause = parts.retry[tries - 1];
  await parts.signUps.putOff(signUpId, pause === undefined ? undefined : parts.clock.now() + pause);
}
