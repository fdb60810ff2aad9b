import MimeNode from 'nodemailer/lib/mime-node';
import type { EmbeddedPicture } from '../render/edition.ts';
import { requireHeaderText } from './header-error.ts';
import type { Snapshot } from './ledger.ts';
import type { MailMessage } from './mailer.ts';
import { fillSlots, unsubscribeUrl } from './personalise.ts';
import type { Recipient } from './recipient.ts';
import { toWireAddress } from './wire-address.ts';

export interface MessageParts {
  readonly snapshot: Snapshot;
  readonly recipient: Recipient;
  /** With angle brackets. */
  readonly messageId: string;
  /** Milliseconds since 1970: the Date of every message of a mailing. */
  readonly date: number;
  /** `[test] `; nothing unless said. */
  readonly subjectPrefix?: string;
}

/**
 * Writes one person's message (RFC 5322, RFC 2046): text first, HTML last, quoted-printable, both unsubscribe headers
 * (RFC 2369, RFC 8058), List-Id (RFC 2919). The same parts give the same bytes, on every attempt.
 *
 * @throws HeaderError when a control character would reach a header.
 */
export async function composeMessage(parts: MessageParts): Promise<MailMessage> {
  const { snapshot, recipient, messageId, date, subjectPrefix = '' } = parts;
  const { edition, stationery } = snapshot;
  const { from, url } = stationery;
  const subject = `${subjectPrefix}${fillSlots(edition.subject, recipient, { url, escape: 'none' })}`;

  const message = new MimeNode('multipart/alternative', {
    baseBoundary: messageId.replaceAll(/[^a-z0-9]/gi, '').slice(0, 32),
    textEncoding: 'B',
  });
  message.setHeader('From', {
    name: requireHeaderText('the sender’s name', from.name),
    address: toWireAddress(requireHeaderText('the sender’s address', from.address)),
  });
  const to = addressOf(recipient);
  message.setHeader('To', to);
  message.setHeader('Reply-To', {
    name: '',
    address: toWireAddress(requireHeaderText('the reply address', stationery.replyTo)),
  });
  message.setHeader('Subject', requireHeaderText('the subject', subject));
  message.setHeader('Message-ID', { prepared: true, foldLines: false, value: messageId });
  message.setHeader('Date', new Date(date).toUTCString().replace(/GMT/, '+0000'));
  message.setHeader('MIME-Version', '1.0');
  for (const [name, value] of listHeaders(parts)) {
    message.setHeader(name, { prepared: true, foldLines: false, value: requireHeaderText(name, value) });
  }
  addPart(message, 'text/plain', fillSlots(edition.text, recipient, { url, escape: 'none' }));
  const html = fillSlots(edition.html, recipient, { url, escape: 'html' });
  const { embedded = [] } = edition;
  // RFC 2387: the HTML, and behind it what it shows.
  const around = embedded.length === 0 ? message : message.createChild('multipart/related; type="text/html"');
  addPart(around, 'text/html', html);
  for (const picture of embedded) addPicture(around, picture);

  const bytes = await message.build();
  const envelope = { from: toWireAddress(from.address), to: to.address };
  return { messageId, envelope, bytes: useCrlf(bytes) };
}

function addressOf({ name, address }: Recipient): { name: string; address: string } {
  return {
    name: requireHeaderText('a recipient’s name', name ?? ''),
    address: toWireAddress(requireHeaderText('a recipient’s address', address)),
  };
}

function listHeaders({ snapshot, recipient }: MessageParts): [string, string][] {
  const { edition, stationery } = snapshot;
  const { listId, replyTo, url } = stationery;
  return [
    ['List-Id', `<${listId}>`],
    [
      'List-Unsubscribe',
      `<${unsubscribeUrl(recipient, url)}>, <mailto:${encodeMailbox(toWireAddress(replyTo))}?subject=unsubscribe>`,
    ],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['Feedback-ID', `issue-${edition.issueNumber}:newsletter:pennypost`],
  ];
}

/** An address within a `mailto:` (RFC 6068 §2): a `?` or `&` in it would start fields of its own. */
function encodeMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  return `${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`;
}

function addPart(message: MimeNode, type: string, text: string): void {
  const part = message.createChild(`${type}; charset=utf-8`);
  part.setHeader('Content-Transfer-Encoding', 'quoted-printable');
  part.setContent(text);
}

function addPicture(message: MimeNode, { contentId, type, base64 }: EmbeddedPicture): void {
  const part = message.createChild(type);
  part.setHeader('Content-Transfer-Encoding', 'base64');
  part.setHeader('Content-Disposition', 'inline');
  part.setHeader('Content-Id', `<${contentId}>`);
  part.setContent(Buffer.from(base64, 'base64'));
}

/** Every line end as SMTP wants it (RFC 5321 §2.3.8); quoted-printable has left no lone CR. */
function useCrlf(bytes: Buffer): Uint8Array {
  return Buffer.from(bytes.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1');
}
