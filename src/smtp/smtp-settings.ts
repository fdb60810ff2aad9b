/** A mail server to hand messages to. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS is required, except on loopback. */
  readonly secure: boolean;
  /** On this machine: the only place where clear text may go. */
  readonly loopback: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

/** Settings that cannot be used. Its words never hold the password. */
export class SmtpSettingsError extends Error {
  override readonly name = 'SmtpSettingsError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export type WrittenSmtpSettings =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user?: string; readonly password?: string };

/**
 * Reads `smtp://user:password@host:port` (or `smtps://`), user and password percent-encoded, or separate settings.
 *
 * @throws SmtpSettingsError
 */
export function readSmtpSettings(written: WrittenSmtpSettings): SmtpSettings {
  const { host, port, secure, user, password } =
    'url' in written ? readUrl(written.url) : { secure: written.port === 465, ...written };
  const login = user === undefined ? undefined : { user, password: requirePassword(password) };
  return { host, port, secure, loopback: isLoopback(host), ...(login === undefined ? {} : { login }) };
}

interface Parts {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

function readUrl(text: string): Parts {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const user = decode(url?.username);
  const password = decode(url?.password);
  if (
    url === undefined ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === '' ||
    // A bare / # or ? in a password ends the part of the address that names a server.
    !/^\/?$/.test(url.pathname + url.search + url.hash) ||
    user === undefined ||
    password === undefined
  ) {
    throw new SmtpSettingsError(
      'SMTP_URL is not the address of a mail server',
      'write smtp://user:password@smtp.example.com:587, with @ in user or password as %40, / as %2F, # as %23, ? as %3F and % as %25',
    );
  }
  const secure = url.protocol === 'smtps:' || url.port === '465';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  return { host, port, secure, ...(user === '' ? {} : { user }), ...(password === '' ? {} : { password }) };
}

/** Undefined when a % is not followed by two hexadecimal digits that make up UTF-8. */
function decode(encoded = ''): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function requirePassword(password: string | undefined): string {
  if (password !== undefined && password !== '') return password;
  throw new SmtpSettingsError(
    'the mail server’s user has no password',
    'set SMTP_PASSWORD in the environment or in .env',
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
