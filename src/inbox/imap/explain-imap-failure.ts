import type { ImapAccess } from './imap-settings.ts';
import { MailboxError } from './mailbox-error.ts';

/** Says what kept us from the mailbox, and what to do. */
export function explainImapFailure(error: unknown, access: ImapAccess): MailboxError {
  const { host, port, user, folder } = access;
  const server = `${host}:${port}`;
  // Hidden before it is cut, or a part of it would stay.
  const said = hide(wordsOf(error), access.password).slice(0, longestWords);
  if (has(error, 'authenticationFailed'))
    return new MailboxError(
      `${server} does not let ${user} in: ${said}`,
      'see that user and IMAP_PASSWORD are right; many providers want an app password here',
    );
  if (has(error, 'tlsFailed') || /tls|certificate|self-signed|altnames/i.test(said))
    return new MailboxError(
      `there is no safe connection to ${server}: ${said}`,
      'use port 993, and the name that the server’s certificate holds; a password is never sent without TLS',
    );
  if (has(error, 'mailboxMissing') || /nonexistent|does ?n.t exist|unknown mailbox/i.test(said))
    return new MailboxError(
      `${server} has no folder ${folder}: ${said}`,
      'set imap.folder in newsletter.yaml, or the path of IMAP_URL',
    );
  return new MailboxError(
    `the mailbox on ${server} cannot be read: ${said}`,
    'see that host and port are right and that this machine reaches it',
  );
}

const longestWords = 500;

/** The server’s own words go before the library’s. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = 'responseText' in error && typeof error.responseText === 'string' ? error.responseText : '';
  return text || error.message;
}

function hide(text: string, password: string): string {
  return text.replaceAll(password, '****');
}

function has(error: unknown, property: string): boolean {
  return error instanceof Error && Reflect.get(error, property) === true;
}
