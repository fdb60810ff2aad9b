import type { CanonicalAddress } from '../audience/subscriber.ts';
import { type Evidence, findEvidence } from './find-evidence.ts';
import { isAutomatic } from './is-automatic.ts';
import { headerOf } from './mime/read-headers.ts';
import { type MailPart, readMail } from './mime/read-mail.ts';
import { type FeedbackType, readArf } from './read-arf.ts';
import { type RecipientReport, readDsn } from './read-dsn.ts';
import { readUnsubscribeMail, type UnsubscribeMail } from './wish/read-unsubscribe-mail.ts';

/** A message as it was found. */
export interface FoundMail {
  /** For people: a file’s path, or the number of a message in one. */
  readonly source: string;
  /** Absent: it was too large to be read, or could not be. */
  readonly bytes?: Uint8Array;
  /** Why it could not be read. */
  readonly problem?: string;
  /** The envelope sender, where the place it lay in tells it: empty for none. */
  readonly envelopeFrom?: string;
}

/** Why a message is left alone, for people. */
export type IgnoredReason =
  | 'other mail'
  | 'too large'
  | 'automatic answer'
  | 'bounce without a report'
  | 'not from a mail server'
  | 'forged'
  | 'nothing of ours'
  | 'too old'
  | 'of a mailing to the outbox'
  | 'not spam'
  | 'nobody on the list';

/** What a message is. */
export type SortedMail =
  | {
      readonly kind: 'dsn';
      readonly recipients: readonly RecipientReport[];
      readonly evidence: Evidence;
    }
  | { readonly kind: 'complaint'; readonly feedback: FeedbackType; readonly evidence: Evidence }
  | { readonly kind: 'unsubscribe'; readonly source: string; readonly mail: UnsubscribeMail }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  | { readonly kind: 'broken'; readonly source: string; readonly problem: string };

export interface SortContext {
  readonly secret: Uint8Array;
  /** All that ever signed an unsubscribe token; `secret` unless told. */
  readonly tokenSecrets?: readonly Uint8Array[];
  /** Where answers go, and mails of those who leave. */
  readonly listAddress: CanonicalAddress;
  readonly bounceDomain?: string | undefined;
}

/** Says what a message is; it asks nobody, and believes nothing that anybody could have written. */
export function sortMail(found: FoundMail, context: SortContext): SortedMail {
  const { source, problem } = found;
  if (problem !== undefined) return { kind: 'broken', source, problem };
  if (found.bytes === undefined) return ignored('too large');
  const mail = readMail(found.bytes);
  if ('problem' in mail) return { kind: 'broken', source, problem: mail.problem };
  if (!headsOfMails.some((name) => mail.headers.has(name)))
    return { kind: 'broken', source, problem: 'it is no mail: nothing says from whom, to whom or when' };
  return sortReport(mail, found, context) ?? sortLetter(mail, found, context);
}

const headsOfMails = ['from', 'to', 'date', 'subject', 'received', 'return-path', 'message-id'];

function sortReport(mail: MailPart, found: FoundMail, context: SortContext): SortedMail | undefined {
  const { headers } = mail;
  const { secret, tokenSecrets, bounceDomain } = context;
  const dsn = readDsn(mail);
  if (dsn !== undefined) {
    // Servers answer to nobody (RFC 3464 §2, RFC 5321 §4.5.5): whatever has a sender was written by somebody else.
    if (!isFromNobody(mail, found)) return ignored('not from a mail server');
    const { recipients, original } = dsn;
    const evidence = findEvidence({
      secret,
      tokenSecrets,
      headers,
      ...(bounceDomain === undefined ? {} : { bounceDomain }),
      ...(original === undefined ? {} : { original }),
    });
    return provable({ kind: 'dsn', recipients, evidence });
  }
  const arf = readArf(mail);
  if (arf === undefined) return undefined;
  const { feedback, original, mailFrom } = arf;
  const evidence = findEvidence({
    secret,
    tokenSecrets,
    headers,
    ...(original === undefined ? {} : { original }),
    ...(mailFrom === undefined ? {} : { mailFrom }),
  });
  return provable({ kind: 'complaint', feedback, evidence });
}

function provable(sorted: SortedMail & { readonly evidence: Evidence }): SortedMail {
  const { evidence } = sorted;
  if (evidence.by !== 'nothing') return sorted;
  return ignored(evidence.forged ? 'forged' : 'nothing of ours');
}

function sortLetter(mail: MailPart, found: FoundMail, { listAddress }: SortContext): SortedMail {
  const unsubscribe = readUnsubscribeMail(mail, listAddress);
  // A mail program that leaves a list for its owner may say that it is one; it knows the token from the owner's mail.
  if (isAutomatic(mail.headers) && unsubscribe?.token === undefined) return ignored('automatic answer');
  if (unsubscribe !== undefined) return { kind: 'unsubscribe', source: found.source, mail: unsubscribe };
  // In words only, which may say anything of anybody.
  return ignored(isFromNobody(mail, found) ? 'bounce without a report' : 'other mail');
}

/** Whether the envelope sender is null, by the topmost Return-Path or by the place that the message lay in. */
function isFromNobody({ headers }: MailPart, { envelopeFrom }: FoundMail): boolean {
  const path = headerOf(headers, 'return-path');
  return path === undefined ? envelopeFrom === '' : /^<\s*>$/.test(path);
}

function ignored(reason: IgnoredReason): SortedMail {
  return { kind: 'ignored', reason };
}
