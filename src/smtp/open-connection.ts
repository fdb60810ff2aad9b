import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailerConnection, MailerReply, Stage } from '../delivery/mailer.ts';
import { readExtensions } from './extensions.ts';
import { type Hide, hidePassword } from './hide-password.ts';
import { SmtpChannel } from './smtp-channel.ts';
import { describeFailure, type SmtpFailure, timedOut, toReply } from './smtp-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { SmtpTimes } from './smtp-times.ts';
import { transportOptions } from './transport-options.ts';

/** Connects, with TLS where it has to be, and logs in; or says which reply or silence prevented it. */
export async function openConnection(
  settings: SmtpSettings,
  times: SmtpTimes,
): Promise<MailerConnection | MailerReply> {
  const { login } = settings;
  const hide = hidePassword(login);
  const connection = createConnection(settings, times);
  const refused = await connect(connection, times, hide);
  if (refused !== undefined) return giveUp(connection, refused, stageOfConnect(refused, connection));
  const extensions = readExtensions(connection.lastServerResponse || '');
  if (login !== undefined) {
    const { user, password: pass } = login;
    const failed = await perform(connection, times.login, hide, (done) =>
      connection.login({ user, credentials: { user, pass } }, done),
    );
    if (failed !== undefined) return giveUp(connection, failed, 'login');
  }
  const socket = connection._socket;
  if (!socket) return { kind: 'noReply', stage: 'hello', text: 'connection lost' };
  return new SmtpChannel({ connection, socket, extensions, times, hide });
}

function createConnection(settings: SmtpSettings, times: SmtpTimes): SMTPConnection {
  const connection = new SMTPConnection({
    ...transportOptions(settings),
    // nodemailer counts its greeting against the first of these; how long TCP may take is ours to watch.
    connectionTimeout: times.opening,
    greetingTimeout: times.opening,
    // From byte to byte: nodemailer has no total (its issue 1479), so that is ours to watch, too.
    socketTimeout: times.dot,
    // Whoever closes has waited for the server before.
    socketCloseTimeout: 0,
  });
  // An error that comes when nobody waits any more has been told by then.
  connection.on('error', () => {});
  return connection;
}

async function connect(
  connection: SMTPConnection,
  times: SmtpTimes,
  hide: Hide,
): Promise<SmtpFailure | undefined> {
  let watch: NodeJS.Timeout | undefined;
  const unreachable = new Promise<SmtpFailure>((resolve) => {
    watch = setTimeout(() => {
      if (connection.stage === 'init') resolve(timedOut('the server cannot be reached: no answer'));
    }, times.connect);
  });
  const connected = perform(connection, times.opening, hide, (done) => connection.connect(done));
  const failure = await Promise.race([unreachable, connected]);
  clearTimeout(watch);
  return failure;
}

type Done = (error?: unknown) => void;

/** Does one thing with a connection that is being opened, within so many milliseconds. */
function perform(
  connection: SMTPConnection,
  milliseconds: number,
  hide: Hide,
  start: (done: Done) => void,
): Promise<SmtpFailure | undefined> {
  return new Promise((resolve) => {
    const finish = (failure?: SmtpFailure): void => {
      clearTimeout(timer);
      connection.off('error', done);
      resolve(failure);
    };
    const done: Done = (error) => finish(error == null ? undefined : describeFailure(error, hide));
    const timer = setTimeout(() => finish(timedOut('the server took too long to answer')), milliseconds);
    connection.once('error', done);
    start(done);
  });
}

function giveUp(connection: SMTPConnection, failure: SmtpFailure, stage: Stage): MailerReply {
  connection.close();
  return toReply(failure, stage);
}

function stageOfConnect({ code, command }: SmtpFailure, connection: SMTPConnection): Stage {
  if (connection.upgrading === true || /CERT|UNABLE_TO_VERIFY|SSL|TLS|EPROTO$/.test(code)) return 'tls';
  if (command === 'EHLO' || command === 'HELO') return 'hello';
  if (connection.stage === 'init') return 'connect';
  return code === 'EPROTOCOL' || connection.lastServerResponse === false ? 'greeting' : 'hello';
}
