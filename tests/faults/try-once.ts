import {
  type AttemptContext,
  classifyReply,
  explainRefusedConnection,
  type Verdict,
} from '../../src/delivery/classify-reply.ts';
import type { MailerConnection, MailerReply, MailMessage } from '../../src/delivery/mailer.ts';
import { createSmtpMailer } from '../../src/smtp/smtp-mailer.ts';
import type { SmtpSettings } from '../../src/smtp/smtp-settings.ts';
import { type SmtpTimes, usualTimes } from '../../src/smtp/smtp-times.ts';

export const message: MailMessage = {
  messageId: '<1@penny.example>',
  envelope: { from: 'hello@penny.example', to: 'li@example.net' },
  bytes: Buffer.from('Message-ID: <1@penny.example>\r\nSubject: hi\r\n\r\none\r\n.\r\n..two\r\n'),
};

/** 20 MB: more than any buffer between two programs holds. */
export const large: MailMessage = {
  ...message,
  bytes: Buffer.from(`Message-ID: <1@penny.example>\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(256_000)}`),
};

const minute = 60_000;
const context: Omit<AttemptContext, 'dotIntended'> = {
  attempt: 1,
  deferrals: 0,
  retry: [minute, 5 * minute],
  now: 0,
  jitter: 0,
  sender: message.envelope.from,
};

/** Nobody waits for the answer to QUIT of a server that gives none. */
export const briefGoodbye: SmtpTimes = { ...usualTimes, quit: 20 };

export function mailerFor(port: number, part: Partial<SmtpSettings> = {}, times = briefGoodbye) {
  return createSmtpMailer({ host: '127.0.0.1', port, secure: false, loopback: true, ...part }, times);
}

export async function connectTo(
  port: number,
  part: Partial<SmtpSettings> = {},
  times = briefGoodbye,
): Promise<MailerConnection> {
  const connection = await mailerFor(port, part, times).connect();
  if (!('deliver' in connection)) throw new Error(connection.text);
  return connection;
}

export interface Tried {
  readonly reply: MailerReply;
  readonly verdict: Verdict;
  /** Whether leave for the dot was asked for and given. */
  readonly dotIntended: boolean;
}

/** One attempt over a connection, and what the ledger would be told. */
export async function tryOnce(
  connection: MailerConnection,
  sent: MailMessage = message,
  changed: Partial<AttemptContext> = {},
): Promise<Tried> {
  let dotIntended = false;
  const reply = await connection.deliver(sent, async () => {
    dotIntended = true;
  });
  return { reply, dotIntended, verdict: classifyReply(reply, { ...context, dotIntended, ...changed }) };
}

/** A connection that is not to be had: the reply or silence, and the reason to pause the mailing if there is one. */
export async function tryToConnect(
  port: number,
  part: Partial<SmtpSettings> = {},
  times = briefGoodbye,
): Promise<{ readonly reply: MailerReply; readonly pause: string | undefined }> {
  const reply = await mailerFor(port, part, times).connect();
  if ('deliver' in reply) {
    await reply.close();
    throw new Error('connected');
  }
  return { reply, pause: explainRefusedConnection(reply) };
}
