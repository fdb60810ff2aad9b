import type { CanonicalAddress } from '../../audience/subscriber.ts';
import { addressesIn } from '../mime/addresses-in.ts';
import { arrivalOf } from '../mime/arrival-of.ts';
import { decodeWords } from '../mime/decode-words.ts';
import { headerOf } from '../mime/read-headers.ts';
import type { MailPart } from '../mime/read-mail.ts';
import { messageKeyOf } from '../return-path.ts';
import { ownLetters } from './own-words.ts';
import { isClosing, saysWish, takesBack } from './says-wish.ts';
import { seemsWish } from './wish-hints.ts';
import { isWish, isWishAsSubject } from './wish-words.ts';

/** Somebody wants to leave the list by mail, or may. */
export interface UnsubscribeMail {
  /**
   * `certain`: their words are that wish and nothing else. `clear`: they are, and it is not beyond doubt whose. `perhaps`:
   * they speak of leaving. A person reads the last two.
   */
  readonly says: 'certain' | 'clear' | 'perhaps';
  /** The part behind the word, which mails of ours hold: whose it is leaves, whoever writes. */
  readonly token?: string;
  /** The writer; nobody, where the field names several. */
  readonly from?: CanonicalAddress;
  /** The message of ours that they answer to, by `messageKeyOf`. */
  readonly answersTo?: string;
  /** By `arrivalOf`. */
  readonly arrivedAt?: number;
  readonly subject: string;
}

const longestSubject = 1_000;

/**
 * Reads a mail to the `mailto:` of List-Unsubscribe (RFC 2369 §3.2): its subject is `unsubscribe`, with the token where
 * the person’s mail program kept it. People also answer an issue with that word, and others; without the token it must be
 * written to the list’s own address.
 *
 * @param listAddress where answers go
 */
export function readUnsubscribeMail(
  mail: MailPart,
  listAddress: CanonicalAddress,
): UnsubscribeMail | undefined {
  const { headers } = mail;
  const written = decodeWords((headerOf(headers, 'subject') ?? '').slice(0, longestSubject)).trim();
  const { isForwarded, subject } = withoutPrefixes(written);
  const from = writerOf(mail);
  const answersTo = messageKeyOf(headerOf(headers, 'in-reply-to') ?? '');
  const arrivedAt = arrivalOf(headers);
  const known = {
    subject: written,
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    ...(from === undefined ? {} : { from }),
    ...(answersTo === undefined ? {} : { answersTo }),
  };
  const token = tokenForm.exec(subject)?.[1];
  if (token !== undefined) return { says: 'certain', token, ...known };
  // Of what is forwarded the writer is somebody else, and what was sent elsewhere is about another list.
  const ofMany = isOfMany(mail);
  const isOurs = from !== undefined && !isForwarded && !ofMany && isAddressed(mail, listAddress);
  const clearly = isOurs ? 'certain' : 'clear';
  const letters = ofMany ? [] : ownLetters(mail);
  const lines = letters.flat();
  // A mail program writes this subject, and whatever it likes below it.
  if (plainForm.test(written) || damagedTokenForm.test(subject))
    return { says: lines.some(takesBack) ? 'perhaps' : clearly, ...known };
  if (ofMany) return undefined;
  const isAnswer = subject !== written;
  const bySubject = isAnswer
    ? isWish(subject) && lines.length === 0
    : isWishAsSubject(subject) && lines.every(isClosing);
  if (bySubject || letters.some(saysWish)) return { says: clearly, ...known };
  // The subject of an answer is mostly ours.
  const own = isAnswer && !speaksOfLeaving.test(subject) ? [] : [subject];
  const texts = [...own, ...letters.map((words) => words.join('. '))];
  return texts.some(seemsWish) ? { says: 'perhaps', ...known } : undefined;
}

const plainForm = /^unsubscribe$/i;
const speaksOfLeaving = /unsub|abmeld|abbestell|d[ée]sabonn|d[ée]sinscri|de baja|afmeld|uitschrijv/i;

const tokenForm = /^\W*unsubscribe\W+([\w-]{32})(?![\w-])/i;
/** A program broke the line, or somebody typed it. No word has a digit or the zeros of a short id in it, which are `AAA`. */
const damagedTokenForm = /^\W*unsubscribe\W+(?=[\w-]*(?:\d|AAA))[\w-]{16,64}\W*$/i;
const prefixes =
  /^(?:(?:re|aw|antw|antwort|sv|fwd?|wg|tr|rv|rif|enc)\s?(?:\[\d{1,3}\])?\s?:\s*|\[[^\]]{1,30}\]\s*)/i;
const forwarding = /^(?:fwd?|wg|tr|rv|enc)\b/i;

function withoutPrefixes(written: string): { readonly isForwarded: boolean; readonly subject: string } {
  let [subject, isForwarded] = [written, false];
  for (let found = prefixes.exec(subject); found !== null; found = prefixes.exec(subject)) {
    isForwarded ||= forwarding.test(found[0]);
    subject = subject.slice(found[0].length);
  }
  return { isForwarded, subject };
}

/** What stands in angle brackets is the address, whatever the name before it looks like. */
function writerOf({ headers }: MailPart): CanonicalAddress | undefined {
  const field = headerOf(headers, 'from') ?? '';
  const bracketed = field.slice(0, longestSubject).match(/<[^<>]*>/g) ?? [];
  const [from, ...others] = addressesIn(bracketed.length === 1 ? (bracketed[0] ?? '') : field);
  return others.length === 0 ? from : undefined;
}

/** Whether it was sent to us and to nobody else, or delivered to us by somebody who hides the others. */
function isAddressed({ headers }: MailPart, listAddress: CanonicalAddress): boolean {
  const isIn = (name: string): boolean =>
    (headers.get(name) ?? []).some((field) =>
      field.split(',').some((part) => isOurAddress(part, listAddress)),
    );
  return headers.has('to') ? isIn('to') : ['cc', 'delivered-to', 'x-original-to', 'envelope-to'].some(isIn);
}

/** Also with a detail behind a plus (RFC 5233). */
function isOurAddress(text: string, listAddress: CanonicalAddress): boolean {
  return addressesIn(text).some(
    (address) => address.replace(/\+[^@]*@/, '@') === listAddress.replace(/\+[^@]*@/, '@'),
  );
}

/** Other newsletters speak of leaving, too: of themselves. */
function isOfMany({ headers }: MailPart): boolean {
  return headers.has('list-unsubscribe') || headers.has('list-id');
}
