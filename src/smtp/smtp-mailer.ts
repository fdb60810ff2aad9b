import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mailer, MailerConnection, MailerReply, MailMessage, Stage } from '../delivery/mailer.ts';
import { oneLine, parseReply } from './parse-reply.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Milliseconds; the last one is what RFC 5321 §4.5.3.2.6 grants a server after the dot. */
const timeouts = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 600_000 };

/**
 * Hands messages to a mail server, over nodemailer's SMTP connection and never its pool, which hides how far an
 * attempt came. TLS 1.2 or newer with a verified certificate; clear text only on this machine.
 */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const { host, port, login } = settings;
  return {
    transport: 'smtp',
    description: `${host}:${port}${login === undefined ? '' : ` as ${login.user}`}`,
    hasArrived: async () => 'unknowable',
    connect: async () => hidePassword(await openConnection(settings), login?.password),
  };
}

/** A server that quotes our password back must not make us print or keep it. */
function hidePassword(
  answer: MailerConnection | MailerReply,
  password: string | undefined,
): MailerConnection | MailerReply {
  if ('deliver' in answer || password === undefined) return answer;
  return { ...answer, text: answer.text.replaceAll(password, '…') };
}

async function openConnection({
  host,
  port,
  secure,
  loopback,
  login,
}: SmtpSettings): Promise<MailerConnection | MailerReply> {
  const connection = new SMTPConnection({
    ...timeouts,
    host,
    port,
    secure,
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback && !secure,
    tls: { minVersion: 'TLSv1.2' },
  });
  const broken = new Promise<SmtpFailure>((resolve) =>
    connection.once('error', (error) => resolve(describe(error))),
  );
  const connected = new Promise<SmtpFailure | undefined>((resolve) =>
    connection.connect((error) => resolve(error == null ? undefined : describe(error))),
  );
  const refused = await Promise.race([broken, connected]);
  if (refused !== undefined) return giveUp(connection, refused, stageOfConnect(refused));
  if (login !== undefined) {
    const loggedIn = new Promise<SmtpFailure | undefined>((resolve) =>
      connection.login(
        { user: login.user, credentials: { user: login.user, pass: login.password } },
        (error) => resolve(error == null ? undefined : describe(error)),
      ),
    );
    const failed = await Promise.race([broken, loggedIn]);
    if (failed !== undefined)
      return giveUp(connection, failed, failed.code === 'EAUTH' ? 'login' : 'connect');
  }
  return new OpenConnection(connection, broken);
}

function giveUp(connection: SMTPConnection, failure: SmtpFailure, stage: Stage): MailerReply {
  connection.close();
  return toReply(failure, stage);
}

function stageOfConnect({ code, command }: SmtpFailure): Stage {
  if (/CERT|UNABLE_TO_VERIFY|SSL|TLS|EPROTO$/.test(code)) return 'tls';
  if (command === 'EHLO' || command === 'HELO') return 'hello';
  return code === 'EPROTOCOL' ? 'greeting' : 'connect';
}

/** One connection that is logged in. */
class OpenConnection implements MailerConnection {
  usable = true;
  readonly #connection: SMTPConnection;
  readonly #broken: Promise<SmtpFailure>;

  constructor(connection: SMTPConnection, broken: Promise<SmtpFailure>) {
    this.#connection = connection;
    this.#broken = broken;
    connection.once('end', () => {
      this.usable = false;
    });
  }

  async deliver(message: MailMessage, beforeDot: () => void): Promise<MailerReply> {
    const body = new BodyBeforeDot(message.bytes, beforeDot);
    const sent = new Promise<SmtpFailure | string>((resolve) => {
      const envelope = { from: message.envelope.from, to: [message.envelope.to], size: message.bytes.length };
      this.#connection.send(envelope, body, (error, info) =>
        resolve(error == null ? (info?.response ?? '') : describe(error)),
      );
    });
    const answer = await Promise.race([sent, this.#broken]);
    if (typeof answer === 'string') return parseReply(answer, 'dot');
    if (answer.response === undefined) this.#drop();
    if (body.refused)
      return {
        kind: 'noReply',
        stage: 'body',
        text: 'stopped before the end of the message',
        refusedByUs: true,
      };
    const stage = body.ended ? 'dot' : body.started ? 'body' : stageOfCommand(answer.command);
    const reply = toReply(answer, stage);
    if (!this.usable || reply.kind === 'noReply') return reply;
    await this.#reset();
    return reply;
  }

  async close(): Promise<void> {
    if (this.usable) this.#connection.quit();
    this.usable = false;
  }

  #drop(): void {
    this.usable = false;
    this.#connection.close();
  }

  /** After a refusal the server still holds the transaction: RSET, or the connection is given up. */
  async #reset(): Promise<void> {
    const failed = await Promise.race([
      this.#broken,
      new Promise<unknown>((resolve) => this.#connection.reset((error) => resolve(error ?? undefined))),
    ]);
    if (failed !== undefined) this.#drop();
  }
}

/**
 * The message as a stream that asks for leave when its last byte has been taken and the final dot has not. Nothing
 * happens before somebody reads, and nodemailer reads only once the server has said 354.
 */
class BodyBeforeDot extends Readable {
  started = false;
  ended = false;
  refused = false;
  readonly #bytes: Uint8Array;
  readonly #beforeDot: () => void;

  constructor(bytes: Uint8Array, beforeDot: () => void) {
    // With room for nothing, the second read comes when the socket has taken what the first one gave.
    super({ highWaterMark: 1 });
    this.#bytes = bytes;
    this.#beforeDot = beforeDot;
  }

  override _read(): void {
    if (!this.started) {
      this.started = true;
      this.push(this.#bytes);
      return;
    }
    try {
      this.#beforeDot();
      this.ended = true;
      this.push(null);
    } catch (cause) {
      this.refused = true;
      this.destroy(new Error('stopped before the dot', { cause }));
    }
  }
}

/** What nodemailer says of a failure, narrowed. */
interface SmtpFailure {
  readonly code: string;
  readonly command: string;
  readonly response?: string;
  readonly text: string;
}

function describe(error: unknown): SmtpFailure {
  const read = (key: string): string | undefined => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const response = read('response');
  return {
    // Behind nodemailer's ESOCKET stands what OpenSSL or the system said.
    code: read('originalCode') ?? read('code') ?? '',
    command: read('command') ?? '',
    text: oneLine(read('message') ?? String(error)),
    ...(response === undefined ? {} : { response }),
  };
}

function toReply(failure: SmtpFailure, stage: Stage): MailerReply {
  if (failure.response !== undefined) return parseReply(failure.response, stage);
  return { kind: 'noReply', stage, text: failure.text };
}

function stageOfCommand(command: string): Stage {
  if (/^MAIL/.test(command)) return 'mail';
  if (/^RCPT/.test(command)) return 'rcpt';
  return /^DATA/.test(command) ? 'data' : 'mail';
}
