import { ImapFlow, type SearchObject } from 'imapflow';
import { mostMailBytes } from '../mime/read-mail.ts';
import type { FoundMail } from '../sort-mail.ts';
import { longestAnswer } from '../take-in.ts';
import { explainImapFailure } from './explain-imap-failure.ts';
import type { ImapAccess } from './imap-settings.ts';

/** An open folder of a mailbox. */
export interface Mailbox extends AsyncDisposable {
  /**
   * What came in the last 60 days and nobody has read, or with `all` what was read, too. Nothing is marked. One that
   * is too large for a report is told without its bytes, and they are not fetched.
   *
   * @throws MailboxError
   */
  messages(wanted: { readonly all: boolean; readonly now: number }): AsyncGenerator<FoundMail>;
  /**
   * Moves messages to a folder, which is made where there is none, or marks them as read.
   *
   * @param isWanted of a message by its place among those that `messages` gave
   * @throws MailboxError
   */
  putAway(isWanted: (index: number) => boolean, folder: string | undefined): Promise<void>;
}

/** Milliseconds for a server to answer. */
const patience = 60_000;
/** Messages of one question. */
const batchSize = 100;

/**
 * Logs in and opens the folder. A password crosses no connection without TLS, but for one within this machine.
 *
 * @throws MailboxError
 */
export async function openMailbox(
  access: ImapAccess,
  { readOnly }: { readonly readOnly: boolean },
): Promise<Mailbox> {
  const { host, port, secure, loopback, user, password, folder } = access;
  const client = new ImapFlow({
    host,
    port,
    secure,
    doSTARTTLS: !secure && !loopback,
    tls: { minVersion: 'TLSv1.2' },
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    maxLiteralSize: 2 * mostMailBytes,
    maxResponseSize: 4 * mostMailBytes,
  });
  // What breaks is told by the call that it breaks.
  client.on('error', () => {});
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await question();
    } catch (error) {
      throw explainImapFailure(error, access);
    }
  };
  const close = (): void => client.close();
  try {
    await ask(async () => {
      await client.connect();
      await client.mailboxOpen(folder, { readOnly });
    });
  } catch (error) {
    close();
    throw error;
  }

  const given: number[] = [];
  return {
    async *messages({ all, now }) {
      const since = new Date(now - longestAnswer);
      const found = await ask(() => findMails(client, { since, ...(all ? {} : { seen: false }) }));
      for (const uids of inBatches(found)) {
        const mails = await ask(() => fetchMails(client, uids, folder));
        for (const [uid, mail] of mails) {
          given.push(uid);
          yield mail;
        }
      }
    },
    async putAway(isWanted, target) {
      const wanted = given.filter((_, index) => isWanted(index));
      if (wanted.length === 0) return;
      await ask(async () => {
        if (target === undefined) {
          const marked = await client.messageFlagsAdd(wanted.join(','), ['\\Seen'], { uid: true });
          if (!marked) throw new Error('the server did not mark them as read');
          return;
        }
        await client.mailboxCreate(target);
        const moved = await client.messageMove(wanted.join(','), target, { uid: true });
        if (moved === false) throw new Error(`the server did not move them to ${target}`);
      });
    },
    async [Symbol.asyncDispose]() {
      await client.logout().catch(close);
    },
  };
}

async function findMails(client: ImapFlow, wanted: SearchObject): Promise<readonly number[]> {
  const found = await client.search(wanted, { uid: true });
  if (!Array.isArray(found)) throw new Error('the server does not say what there is');
  return found;
}

/** By their numbers in the folder; the sizes are asked for first. */
async function fetchMails(
  client: ImapFlow,
  uids: readonly number[],
  folder: string,
): Promise<Map<number, FoundMail>> {
  const mails = new Map<number, FoundMail>();
  const small: number[] = [];
  for await (const { uid, size = 0 } of client.fetch(
    uids.join(','),
    { uid: true, size: true },
    { uid: true },
  )) {
    mails.set(uid, { source: `${folder}, message ${uid}` });
    if (size <= mostMailBytes) small.push(uid);
  }
  if (small.length === 0) return mails;
  const query = { uid: true, source: true };
  for await (const { uid, source } of client.fetch(small.join(','), query, { uid: true })) {
    const mail = mails.get(uid);
    if (mail !== undefined && source !== undefined) mails.set(uid, { ...mail, bytes: source });
  }
  return mails;
}

function inBatches(uids: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(uids.length / batchSize);
  return Array.from({ length: count }, (_, index) => uids.slice(index * batchSize, (index + 1) * batchSize));
}
