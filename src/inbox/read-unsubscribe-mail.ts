import type { CanonicalAddress } from '../audience/subscriber.ts';
import { addressesIn } from './mime/addresses-in.ts';
import { decodeWords } from './mime/decode-words.ts';
import { headerOf } from './mime/read-headers.ts';
import type { MailPart } from './mime/read-mail.ts';

/** Somebody wants to leave the list by mail. */
export interface UnsubscribeMail {
  /** The part behind the word, which mails of ours hold: whose it is leaves, whoever writes. */
  readonly token?: string;
  /** The writer; nobody, where the field names several. */
  readonly from?: CanonicalAddress;
}

const longestSubject = 1_000;

/**
 * Reads a mail to the `mailto:` of List-Unsubscribe (RFC 2369 §3.2): its subject is `unsubscribe`, with the token
 * where the person’s mail program kept it. Without the token it must be written to the list’s own address.
 *
 * @param listAddress where answers go
 */
export function readUnsubscribeMail(
  { headers }: MailPart,
  listAddress: CanonicalAddress,
): UnsubscribeMail | undefined {
  const subject = decodeWords((headerOf(headers, 'subject') ?? '').slice(0, longestSubject));
  const words = /^\s*unsubscribe(?:\s+([\w-]{32}))?\s*$/i.exec(subject);
  if (words === null) return undefined;
  const token = words[1];
  const [from, ...others] = addressesIn(headerOf(headers, 'from') ?? '');
  if (token !== undefined) return { token, ...(from === undefined ? {} : { from }) };
  const addressed = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    (headers.get(name) ?? []).flatMap(addressesIn),
  );
  if (from === undefined || others.length > 0 || !addressed.includes(listAddress)) return undefined;
  return { from };
}
