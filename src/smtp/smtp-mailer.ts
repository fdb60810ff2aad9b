import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mailer, MailerConnection, MailerReply, Stage } from '../delivery/mailer.ts';
import { OpenConnection } from './open-connection.ts';
import { describeFailure, type SmtpFailure, toReply } from './smtp-failure.ts';
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
    async connect() {
      const answer = await openConnection(settings);
      if (login === undefined) return answer;
      const hide = hidePassword(login.password);
      return 'deliver' in answer ? withHidden(answer, hide) : hide(answer);
    },
  };
}

type Hide = (reply: MailerReply) => MailerReply;

/** A server that quotes our password back must not make us print or keep it. */
function hidePassword(password: string): Hide {
  return (reply) => (password === '' ? reply : { ...reply, text: reply.text.replaceAll(password, '…') });
}

function withHidden(connection: MailerConnection, hide: Hide): MailerConnection {
  return {
    get usable() {
      return connection.usable;
    },
    ...(connection.largestMessage === undefined ? {} : { largestMessage: connection.largestMessage }),
    deliver: async (message, beforeDot) => hide(await connection.deliver(message, beforeDot)),
    close: () => connection.close(),
  };
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
    // Whoever closes has waited for the server before.
    socketCloseTimeout: 0,
    host,
    port,
    secure,
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback && !secure,
    tls: { minVersion: 'TLSv1.2' },
  });
  const broken = new Promise<SmtpFailure>((resolve) =>
    connection.once('error', (error) => resolve(describeFailure(error))),
  );
  const connected = new Promise<SmtpFailure | undefined>((resolve) =>
    connection.connect((error) => resolve(error == null ? undefined : describeFailure(error))),
  );
  const refused = await Promise.race([broken, connected]);
  if (refused !== undefined) return giveUp(connection, refused, stageOfConnect(refused));
  if (login !== undefined) {
    const loggedIn = new Promise<SmtpFailure | undefined>((resolve) =>
      connection.login(
        { user: login.user, credentials: { user: login.user, pass: login.password } },
        (error) => resolve(error == null ? undefined : describeFailure(error)),
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
