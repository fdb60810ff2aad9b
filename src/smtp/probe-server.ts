import { TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { wantsTlsFirst } from '../delivery/reply-classes.ts';
import type { ServerFailure, ServerObservation } from '../doctor/examination.ts';
import { hidePassword } from './hide-password.ts';
import { oneLine, parseReply } from './parse-reply.ts';
import { describeFailure, type SmtpFailure } from './smtp-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { transportOptions } from './transport-options.ts';

/** Milliseconds for everything: some servers greet late on purpose. */
const patience = 15_000;

/**
 * Looks at a mail server as a mailing would use it, and mails nobody: TLS, certificate, what it says to EHLO, the login,
 * QUIT. Never throws; no words of the server hold the password.
 */
export async function probeServer(
  settings: SmtpSettings,
  { timeout = patience }: { readonly timeout?: number } = {},
): Promise<ServerObservation> {
  const { host, port, loopback, login } = settings;
  const connection = new SMTPConnection({
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    ...transportOptions(settings),
  });
  const hide = hidePassword(login);
  const stopped = stopAfter(timeout);
  const broken = new Promise<SmtpFailure>((resolve) =>
    connection.once('error', (error) => resolve(describeFailure(error, hide))),
  );
  const ask = (command: (done: (error?: unknown) => void) => void): Promise<SmtpFailure | undefined> => {
    const answered = new Promise<SmtpFailure | undefined>((resolve) =>
      command((error) => resolve(error == null ? undefined : describeFailure(error, hide))),
    );
    return Promise.race([broken, stopped.failure, answered]);
  };
  try {
    const refused = await ask((done) => connection.connect(done));
    const seen = {
      description: `${host}:${port}`,
      loopback,
      ...(login === undefined ? {} : { user: login.user }),
    };
    if (refused !== undefined) {
      return { ...seen, takesUtf8: false, failure: { kind: kindOf(refused), text: wordsOf(refused) } };
    }
    const found = { ...seen, ...lookAt(connection) };
    if (login === undefined) return found;
    const credentials = { user: login.user, pass: login.password };
    const denied = await ask((done) => connection.login({ user: login.user, credentials }, done));
    if (denied === undefined) return found;
    return { ...found, failure: { kind: kindOfDenial(denied), text: wordsOf(denied) } };
  } finally {
    stopped.cancel();
    connection.quit();
    connection.close();
  }
}

function stopAfter(timeout: number): { readonly failure: Promise<SmtpFailure>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<SmtpFailure>();
  const text = `no answer within ${timeout / 1000} seconds`;
  const timer = setTimeout(() => resolve({ code: 'ETIMEDOUT', command: '', text }), timeout);
  return { failure: promise, cancel: () => clearTimeout(timer) };
}

function lookAt(connection: SMTPConnection): Pick<ServerObservation, 'tls' | 'size' | 'takesUtf8'> {
  const extensions: unknown = Reflect.get(connection, '_supportedExtensions');
  const size: unknown = Reflect.get(connection, '_maxAllowedSize');
  const socket = connection._socket;
  return {
    takesUtf8: Array.isArray(extensions) && extensions.includes('SMTPUTF8'),
    // RFC 1870 §3: 0 is no limit.
    ...(typeof size === 'number' && size > 0 ? { size } : {}),
    ...(socket instanceof TLSSocket ? { tls: describeTls(socket) } : {}),
  };
}

function describeTls(socket: TLSSocket): { readonly protocol: string; readonly validTo: number } {
  const protocol = socket.getProtocol() ?? 'TLS';
  return { protocol, validTo: Date.parse(socket.getPeerCertificate().valid_to) };
}

function kindOf({ code, command, response }: SmtpFailure): ServerFailure['kind'] {
  if (code === 'CERT_HAS_EXPIRED') return 'expired';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/.test(code)) return 'untrusted';
  if (/^(ETLS|EPROTO|ERR_SSL|ERR_TLS)/.test(code) || command === 'STARTTLS') return 'no TLS';
  if (response !== undefined || code === 'EPROTOCOL') return 'refused';
  return 'unreachable';
}

function kindOfDenial({ code, response }: SmtpFailure): ServerFailure['kind'] {
  if (response !== undefined && wantsTlsFirst(parseReply(response, 'login'))) return 'TLS first';
  return code === 'EAUTH' ? 'login' : 'refused';
}

/** What the server said; otherwise what the system says. */
function wordsOf({ response, text }: SmtpFailure): string {
  return oneLine(response ?? text);
}
