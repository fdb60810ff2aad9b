import { readToken } from '../audience/signed-token.ts';
import { type Headers, headerOf } from './mime/read-headers.ts';
import { messageKeyOf, readReturnPath } from './return-path.ts';

/** What shows that a report is about a message of ours, and about which. None of it can be guessed. */
export type Evidence =
  | { readonly by: 'return path' | 'message id'; readonly messageKey: string }
  | { readonly by: 'unsubscribe token'; readonly subscriberId: number }
  | { readonly by: 'nothing'; readonly forged: boolean };

export interface Witness {
  readonly secret: Uint8Array;
  /** All that ever signed an unsubscribe token; `secret` unless told. */
  readonly tokenSecrets?: readonly Uint8Array[] | undefined;
  /** Takes bounces only; absent: they go to the sender’s address. */
  readonly bounceDomain?: string;
  /** The head of the report itself. */
  readonly headers: Headers;
  /** The head of the message that it is about. */
  readonly original?: Headers;
  /** What else names an envelope sender. */
  readonly mailFrom?: string;
}

const addressed = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'apparently-to'];
const mostWords = 50;
/** Of the web address and of the one for mail. */
const tokens = /\/unsubscribe\/([\w-]{32})(?=>)|unsubscribe%20([\w-]{32})(?=>)/g;

/**
 * A signed return path, wherever it stands, goes before our Message-ID in the message that came back, and that before
 * its unsubscribe token. A report to a return path that we did not sign proves nothing, whatever else stands in it.
 */
export function findEvidence(witness: Witness): Evidence {
  const { secret, tokenSecrets = [secret], headers, original, mailFrom = '' } = witness;
  const to = addressed.flatMap((name) => headers.get(name) ?? []).flatMap(wordsOf);
  const told = [...wordsOf(mailFrom), ...wordsOf(original && headerOf(original, 'return-path'))];
  let forged = to.some((word) => isAt(word, witness.bounceDomain));
  for (const word of [...to, ...told]) {
    const read = readReturnPath(secret, word);
    if (read === 'forged') forged = true;
    else if (read !== undefined) return { by: 'return path', messageKey: read.messageKey };
  }
  if (forged || original === undefined) return { by: 'nothing', forged };
  const messageKey = messageKeyOf(headerOf(original, 'message-id') ?? '');
  if (messageKey !== undefined) return { by: 'message id', messageKey };
  const subscriberId = tokenIn(original, tokenSecrets);
  if (subscriberId !== undefined) return { by: 'unsubscribe token', subscriberId };
  return { by: 'nothing', forged: false };
}

function tokenIn(original: Headers, secrets: readonly Uint8Array[]): number | undefined {
  const value = headerOf(original, 'list-unsubscribe')?.slice(0, 2_000) ?? '';
  for (const [, byWeb, byMail] of value.matchAll(tokens)) {
    const token = byWeb ?? byMail ?? '';
    const subscriberId = readToken(secrets, 'unsubscribe', token);
    if (subscriberId !== undefined) return subscriberId;
  }
  return undefined;
}

function wordsOf(field = ''): readonly string[] {
  return field.slice(0, 10_000).split(/[\s,;<>]+/, mostWords);
}

function isAt(word: string, domain: string | undefined): boolean {
  return domain !== undefined && word.toLowerCase().endsWith(`@${domain.toLowerCase()}`);
}
