import { type Headers, headerOf, readDecodedHeaders } from './mime/read-headers.ts';
import { findPart, type MailPart } from './mime/read-mail.ts';
import { textOf } from './mime/text-of.ts';
import { readOriginal } from './read-dsn.ts';

const types = ['abuse', 'fraud', 'virus', 'other', 'not-spam'] as const;
export type FeedbackType = (typeof types)[number];

/** A reader’s complaint about a message, as their provider reports it. */
export interface Arf {
  /** A type that nobody knows counts as `other`. */
  readonly feedback: FeedbackType;
  /** The envelope sender of the message, where the provider tells it. */
  readonly mailFrom?: string;
  /** The head of the message: the recipient is often taken out of it, what we wrote is not. */
  readonly original?: Headers;
}

/** Reads an abuse report (RFC 5965); nothing when the message is none. */
export function readArf(mail: MailPart): Arf | undefined {
  if (mail.type !== 'multipart/report') return undefined;
  const report = findPart(mail, ['message/feedback-report']);
  if (report === undefined) return undefined;
  const fields = readDecodedHeaders(textOf(report).replaceAll('\r\n', '\n').trimStart());
  const said = headerOf(fields, 'feedback-type')?.toLowerCase();
  const mailFrom = headerOf(fields, 'original-mail-from');
  const original = readOriginal(mail);
  return {
    feedback: types.find((type) => type === said) ?? 'other',
    ...(mailFrom === undefined ? {} : { mailFrom }),
    ...(original === undefined ? {} : { original }),
  };
}
