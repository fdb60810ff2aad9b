import { requireHeaderText } from '../header-error.ts';
import type { MailMessage } from '../mailer.ts';
import { hashBody } from '../signing/hash-body.ts';
import type { Signer } from '../signing/sign-message.ts';
import { toWireAddress } from '../wire-address.ts';
import { compileBody } from './body-pieces.ts';
import { dateField, mailboxField, plainField, textField } from './header-fields.ts';

/** A mail that is sent because of something that one person did. */
export interface Notice {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With angle brackets. */
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  /** Without one the message is not signed. */
  readonly signer?: Signer | undefined;
}

/**
 * The message of a notice: text first, HTML last. It says that a program wrote it (RFC 3834 §5), so that nobody's holiday
 * answers it, and it is no mail of a list: it has none of a list's headers, and offers no leaving to somebody who is not
 * on it.
 *
 * @throws HeaderError when a control character would reach a header.
 */
export async function composeNotice(notice: Notice): Promise<MailMessage> {
  const { from, replyTo, messageId, date, html, text, signer } = notice;
  const sender = toWireAddress(requireHeaderText('the sender’s address', from.address));
  const to = toWireAddress(requireHeaderText('a recipient’s address', notice.to));
  const body = compileBody({ html: [html], text: [text] }, messageId);
  const headers = [
    mailboxField('From', { name: requireHeaderText('the sender’s name', from.name), address: sender }),
    mailboxField('To', { name: '', address: to }),
    textField('Subject', notice.subject),
    plainField('Message-ID', messageId),
    mailboxField('Reply-To', { name: '', address: toWireAddress(replyTo) }),
    dateField(date),
    plainField('Auto-Submitted', 'auto-generated'),
    plainField('MIME-Version', '1.0'),
    `Content-Type: ${body.contentType}\r\n`,
  ].join('');
  const sent = body.pieces.flatMap((piece) => ('sent' in piece ? [piece.sent] : []));
  const lines = Buffer.concat(sent).toString('latin1');
  const signature = await signer?.sign({ headers, bodyHash: hashBody(lines), date });
  const bytes = Buffer.concat([Buffer.from(`${signature ?? ''}${headers}\r\n`), ...sent]);
  return { messageId, envelope: { from: sender, to }, bytes };
}
