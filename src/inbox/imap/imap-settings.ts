import { MailboxError } from './mailbox-error.ts';

/** A mailbox on a server. */
export interface ImapAccess {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is required, except on loopback. */
  readonly secure: boolean;
  /** On this machine: the only place where a password may go in clear text. */
  readonly loopback: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

export type WrittenImapSettings =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password?: string;
      readonly folder: string;
    };

/**
 * Reads `imaps://user:password@host:port/folder` (or `imap://`), all but the host percent-encoded, or separate settings.
 *
 * @throws MailboxError
 */
export function readImapSettings(written: WrittenImapSettings): ImapAccess {
  if ('url' in written) return readUrl(written.url);
  const { host, port, user, folder, password = '' } = written;
  if (password === '')
    throw new MailboxError('the mailbox has no password', 'set IMAP_PASSWORD in the environment or in .env');
  return { host, port, user, password, folder, secure: port === 993, loopback: isLoopback(host) };
}

function readUrl(text: string): ImapAccess {
  const url = URL.parse(text);
  const host = url?.hostname.replaceAll(/^\[|\]$/g, '') ?? '';
  const [user, password, folder] = [url?.username, url?.password, url?.pathname.slice(1)].map(decode);
  if (url === null || !/^imaps?:$/.test(url.protocol) || host === '' || !user || !password)
    throw new MailboxError(
      'IMAP_URL is not the address of a mailbox',
      'write imaps://user:password@imap.example.com/INBOX, with @ in user or password as %40 and % as %25',
    );
  const secure = url.protocol === 'imaps:';
  const port = url.port === '' ? (secure ? 993 : 143) : Number(url.port);
  return { host, port, secure, loopback: isLoopback(host), user, password, folder: folder || 'INBOX' };
}

/** Undefined when a % is not followed by two hexadecimal digits that make up UTF-8. */
function decode(encoded = ''): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
