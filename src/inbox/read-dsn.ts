import { type Headers, headerOf, readDecodedHeaders } from './mime/read-headers.ts';
import { findPart, type MailPart } from './mime/read-mail.ts';
import { textOf } from './mime/text-of.ts';

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type DsnAction = (typeof actions)[number];

/** What a mail server reports of one recipient (RFC 3464 §2.3). */
export interface RecipientReport {
  readonly action: DsnAction;
  /** RFC 3463, such as `5.1.1`. */
  readonly status?: string;
  /** The words of the server that refused it, in one line. */
  readonly diagnostic?: string;
  /** As the sender wrote it, in the server’s words; whom it was forwarded to is nobody of ours. */
  readonly originalRecipient?: string;
}

/** A mail server’s report of what became of a message. */
export interface Dsn {
  readonly recipients: readonly RecipientReport[];
  /** The head of the message that it is about, where it came along. */
  readonly original?: Headers;
}

const reportTypes = ['message/delivery-status', 'message/global-delivery-status'];
const originalTypes = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
  'text/rfc822-header',
];
const mostRecipients = 100;
const longestDiagnostic = 500;

/** Reads a delivery status notification (RFC 3464, RFC 6533); nothing when the message is none. */
export function readDsn(mail: MailPart): Dsn | undefined {
  if (mail.type !== 'multipart/report') return undefined;
  const report = findPart(mail, reportTypes);
  if (report === undefined) return undefined;
  const blocks = textOf(report)
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/, mostRecipients + 2);
  const recipients = blocks.flatMap((block) => readBlock(readDecodedHeaders(block)));
  const original = readOriginal(mail);
  return { recipients, ...(original === undefined ? {} : { original }) };
}

/** The head of the message that a report brings along. */
export function readOriginal(mail: MailPart): Headers | undefined {
  const part = findPart(mail, originalTypes);
  if (part === undefined) return undefined;
  const text = textOf(part).replaceAll('\r\n', '\n').trimStart();
  return readDecodedHeaders(text.split('\n\n', 1)[0] ?? '');
}

/** The block of the message as a whole has no action, and is none. */
function readBlock(fields: Headers): RecipientReport[] {
  const [word = ''] = /^[a-z]+/i.exec(headerOf(fields, 'action') ?? '') ?? [];
  const action = actions.find((known) => known === word.toLowerCase());
  if (action === undefined) return [];
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(headerOf(fields, 'status') ?? '')?.[0];
  const diagnostic = afterType(headerOf(fields, 'diagnostic-code'))?.slice(0, longestDiagnostic);
  const originalRecipient = afterType(headerOf(fields, 'original-recipient'))?.slice(0, longestDiagnostic);
  return [
    {
      action,
      ...(status === undefined ? {} : { status }),
      ...(diagnostic === undefined ? {} : { diagnostic }),
      ...(originalRecipient === undefined ? {} : { originalRecipient }),
    },
  ];
}

/** `smtp; 550 …`, `rfc822;li@example.net`: what stands behind the type (RFC 3464 §2.1.2). */
function afterType(value: string | undefined): string | undefined {
  const at = value?.indexOf(';') ?? -1;
  return at < 0 ? value : value?.slice(at + 1).trim();
}
