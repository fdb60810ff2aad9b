import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailerConnection, MailerReply, MailMessage, Stage } from '../delivery/mailer.ts';
import { BodyBeforeDot } from './body-before-dot.ts';
import { parseReply } from './parse-reply.ts';
import { describeFailure, type SmtpFailure, toReply } from './smtp-failure.ts';

/** Milliseconds that a server is given to answer QUIT. */
const mostForQuit = 2_000;

/** One connection that is logged in. */
export class OpenConnection implements MailerConnection {
  usable = true;
  readonly largestMessage?: number;
  readonly #connection: SMTPConnection;
  readonly #broken: Promise<SmtpFailure>;
  readonly #ended: Promise<void>;

  /** @param broken resolves when the connection fails outside of a command */
  constructor(connection: SMTPConnection, broken: Promise<SmtpFailure>) {
    this.#connection = connection;
    this.#broken = broken;
    const size: unknown = Reflect.get(connection, '_maxAllowedSize');
    if (typeof size === 'number' && size > 0) this.largestMessage = size;
    this.#ended = new Promise((resolve) => {
      connection.once('end', () => {
        this.usable = false;
        resolve();
      });
    });
  }

  async deliver(message: MailMessage, beforeDot: () => Promise<void>): Promise<MailerReply> {
    if (this.#lacksUtf8For(message)) return refuseAddress;
    const body = new BodyBeforeDot(message.bytes, beforeDot);
    const answer = await Promise.race([this.#send(message, body), this.#broken]);
    const stopped = body.stop();
    if (body.started && !body.ended) this.#drop();
    await stopped;
    if (typeof answer === 'string') return this.#acceptAnswer(answer, body);
    if (isTooLarge(answer))
      return { kind: 'reply', stage: 'mail', code: 552, enhanced: '5.3.4', text: answer.text };
    if (answer.response === undefined) this.#drop();
    if (body.refused) return refusedByUs;
    const reply = toReply(answer, stageOf(answer, body));
    if (this.usable && !body.started) await this.#reset();
    return reply;
  }

  /** Says goodbye, and does not wait for an answer for long. */
  async close(): Promise<void> {
    if (!this.usable) return;
    this.usable = false;
    const timer = setTimeout(() => this.#connection.close(), mostForQuit);
    this.#connection.quit();
    await this.#ended;
    clearTimeout(timer);
  }

  #send({ envelope, bytes }: MailMessage, body: BodyBeforeDot): Promise<SmtpFailure | string> {
    const parts = { from: envelope.from, to: [envelope.to], size: bytes.length };
    return new Promise((resolve) => {
      this.#connection.send(parts, body, (error, info) =>
        resolve(error == null ? (info?.response ?? '') : describeFailure(error)),
      );
    });
  }

  /** A yes before the message was complete is about something else: nothing that follows can be relied on. */
  #acceptAnswer(answer: string, body: BodyBeforeDot): MailerReply {
    if (body.ended) return parseReply(answer, 'dot');
    return { kind: 'noReply', stage: 'body', text: 'the server answered before the end of the message' };
  }

  #drop(): void {
    this.usable = false;
    this.#connection.close();
  }

  /** After a refused envelope the server may still hold the transaction: RSET, or the connection is given up. */
  async #reset(): Promise<void> {
    const failed = await Promise.race([
      this.#broken,
      new Promise<unknown>((resolve) => this.#connection.reset((error) => resolve(error ?? undefined))),
    ]);
    if (failed !== undefined) this.#drop();
  }

  /** RFC 6531 §3.1: without the extension an address beyond ASCII must not be sent. The domain is in A-labels already. */
  #lacksUtf8For({ envelope }: MailMessage): boolean {
    if (/^[\u0020-\u007e]*$/.test(envelope.to + envelope.from)) return false;
    const extensions: unknown = Reflect.get(this.#connection, '_supportedExtensions');
    return !(Array.isArray(extensions) && extensions.includes('SMTPUTF8'));
  }
}

/** What a server without the extension would have said, had it been asked. */
const refuseAddress: MailerReply = {
  kind: 'reply',
  stage: 'rcpt',
  code: 553,
  enhanced: '5.6.7',
  text: 'this server does not take addresses beyond ASCII (SMTPUTF8)',
};

const refusedByUs: MailerReply = {
  kind: 'noReply',
  stage: 'body',
  text: 'stopped before the end of the message',
  refusedByUs: true,
};

/** nodemailer compares with the SIZE that the server announced (RFC 1870), and sends nothing. */
function isTooLarge({ code, response }: SmtpFailure): boolean {
  return code === 'EMESSAGE' && response === undefined;
}

function stageOf({ command }: SmtpFailure, body: BodyBeforeDot): Stage {
  if (body.ended) return 'dot';
  if (body.started) return 'body';
  if (/^RCPT/.test(command)) return 'rcpt';
  return /^DATA/.test(command) ? 'data' : 'mail';
}
