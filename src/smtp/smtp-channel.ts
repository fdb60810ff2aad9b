import type { Socket } from 'node:net';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailerConnection, MailerReply, MailMessage, Stage } from '../delivery/mailer.ts';
import { Deadline } from './deadline.ts';
import type { Extensions } from './extensions.ts';
import { HeardReplies } from './heard-replies.ts';
import type { Hide } from './hide-password.ts';
import { MessageBody } from './message-body.ts';
import { parseReply } from './parse-reply.ts';
import { describeFailure, type SmtpFailure, timedOut, toReply } from './smtp-failure.ts';
import type { SmtpTimes } from './smtp-times.ts';
import { stuffDots } from './stuff-dots.ts';

export interface ChannelParts {
  /** Connected, and logged in where that is asked for. */
  readonly connection: SMTPConnection;
  readonly socket: Socket;
  readonly extensions: Extensions;
  readonly times: SmtpTimes;
  readonly hide: Hide;
}

/** The commands before a message, in the order in which they are answered. */
const commands: readonly Stage[] = ['mail', 'rcpt', 'data'];

type Answer = SmtpFailure | string;

/** One connection that is logged in, with a watch over how long each answer takes and how many there are. */
export class SmtpChannel implements MailerConnection {
  usable = true;
  readonly largestMessage?: number;
  readonly #parts: ChannelParts;
  readonly #replies = new HeardReplies();
  readonly #deadline: Deadline;
  readonly #ended: Promise<void>;
  /** Ends what is waited for. */
  #settle: ((answer: Answer) => void) | undefined;

  constructor(parts: ChannelParts) {
    const { connection, socket, extensions, times, hide } = parts;
    this.#parts = parts;
    if (extensions.largestMessage !== undefined) this.largestMessage = extensions.largestMessage;
    this.#deadline = new Deadline(() => this.#fail(timedOut('the server took too long to answer')));
    // Before nodemailer hears it and acts on it.
    socket.prependListener('data', (chunk: Uint8Array) => {
      if (!this.#replies.take(chunk)) return;
      const next = commands[this.#replies.codes.length];
      if (next === 'rcpt') this.#deadline.set(times.command);
      if (next === 'data') this.#deadline.set(times.data);
    });
    connection.on('error', (error) => this.#settle?.(describeFailure(error, hide)));
    this.#ended = new Promise((resolve) => {
      connection.once('end', () => {
        this.usable = false;
        this.#deadline.stop();
        resolve();
        // nodemailer says more precisely what ended, but not always.
        queueMicrotask(() => this.#settle?.({ code: '', command: 'CONN', text: 'connection lost' }));
      });
    });
  }

  async deliver(message: MailMessage, beforeDot: () => Promise<void>): Promise<MailerReply> {
    const unsent = this.#refuseUnsent(message);
    if (unsent !== undefined) return unsent;
    const { times, socket } = this.#parts;
    const body = new MessageBody(stuffDots(message.bytes), socket, {
      isInTurn: () => this.#replies.codes.length === commands.length && this.#replies.codes.at(-1) === '354',
      onPart: () => this.#deadline.set(times.block),
      beforeDot: () => {
        this.#deadline.clear();
        return beforeDot();
      },
      onDot: () => this.#deadline.set(times.dot),
    });
    this.#replies.restart();
    this.#deadline.set(times.command);
    const answer = await this.#wait((settle) => this.#send(message, body, settle));
    this.#deadline.clear();
    const stopped = body.stop();
    if (body.started && !body.ended) this.#drop();
    await stopped;
    return typeof answer === 'string' ? acceptAnswer(answer, body) : this.#explain(answer, body);
  }

  /** Says goodbye, and does not wait for an answer for long. */
  async close(): Promise<void> {
    if (!this.usable) return;
    this.usable = false;
    const { connection, times } = this.#parts;
    const timer = setTimeout(() => connection.close(), times.quit);
    connection.quit();
    await this.#ended;
    clearTimeout(timer);
  }

  #send({ envelope, bytes }: MailMessage, body: MessageBody, settle: (answer: Answer) => void): void {
    const { connection, hide } = this.#parts;
    const parts = { from: envelope.from, to: [envelope.to], size: bytes.length };
    connection.send(parts, body, (error, info) =>
      settle(error == null ? hide(info?.response ?? '') : describeFailure(error, hide)),
    );
  }

  async #wait(start: (settle: (answer: Answer) => void) => void): Promise<Answer> {
    const answer = await new Promise<Answer>((resolve) => {
      this.#settle = resolve;
      start(resolve);
    });
    this.#settle = undefined;
    return answer;
  }

  async #explain(failure: SmtpFailure, body: MessageBody): Promise<MailerReply> {
    // What neither refuses nor asks for time is no answer to a command: there is no telling what it was about.
    if (!/^[45]\d\d/.test(failure.response ?? '')) this.#drop();
    if (body.refused) return refusedByUs;
    const reply = toReply(failure, this.#stageOf(failure, body));
    if (this.usable && !body.started) await this.#reset();
    return reply;
  }

  #stageOf({ command, response }: SmtpFailure, body: MessageBody): Stage {
    if (body.ended) return 'dot';
    if (body.started) return 'body';
    if (/^RCPT/.test(command)) return 'rcpt';
    if (/^MAIL/.test(command)) return 'mail';
    const { codes } = this.#replies;
    const answered = response === undefined ? codes.length : codes.indexOf(response.slice(0, 3));
    return commands[answered] ?? 'data';
  }

  #fail(failure: SmtpFailure): void {
    this.#settle?.(failure);
    this.#drop();
  }

  #drop(): void {
    this.usable = false;
    this.#parts.connection.close();
  }

  /** After a refused envelope the server may still hold the transaction: RSET, or the connection is given up. */
  async #reset(): Promise<void> {
    const { connection, times, hide } = this.#parts;
    this.#deadline.set(times.command);
    const answer = await this.#wait((settle) =>
      connection.reset((error) => settle(error == null ? '' : describeFailure(error, hide))),
    );
    this.#deadline.clear();
    if (typeof answer !== 'string') this.#drop();
  }

  /** What the server would have said, had it been asked: nothing goes out. */
  #refuseUnsent({ envelope, bytes }: MailMessage): MailerReply | undefined {
    const { extensions } = this.#parts;
    if (bytes.length > (this.largestMessage ?? Number.POSITIVE_INFINITY)) return tooLarge(extensions);
    // RFC 6531 §3.1: without the extension an address beyond ASCII must not be sent. The domain is in A-labels already.
    const isPlain = /^[\u0020-\u007e]*$/.test(envelope.to + envelope.from);
    return isPlain || extensions.takesUtf8 ? undefined : beyondAscii;
  }
}

/** A yes before the message was complete is about something else: nothing that follows can be relied on. */
function acceptAnswer(answer: string, body: MessageBody): MailerReply {
  if (body.ended) return parseReply(answer, 'dot');
  return { kind: 'noReply', stage: 'body', text: 'the server answered before the end of the message' };
}

function tooLarge({ largestMessage }: Extensions): MailerReply {
  const text = `this server takes messages of ${largestMessage} bytes at most (SIZE)`;
  return { kind: 'reply', stage: 'mail', code: 552, enhanced: '5.3.4', text };
}

const beyondAscii: MailerReply = {
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
