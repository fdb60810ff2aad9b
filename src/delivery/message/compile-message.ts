import { createHash } from 'node:crypto';
import { requireHeaderText } from '../header-error.ts';
import type { MailMessage } from '../mailer.ts';
import type { Snapshot } from '../mailing.ts';
import { fillSlots, leaveBase, unsubscribeUrl } from '../personalise.ts';
import type { Recipient } from '../recipient.ts';
import type { Signer } from '../signing/sign-message.ts';
import { toWireAddress } from '../wire-address.ts';
import { compileBody, fillBody } from './body-pieces.ts';
import { dateField, mailboxField, plainField, textField } from './header-fields.ts';

export interface MessageOptions {
  /** Milliseconds since 1970: the Date of every message of a mailing. */
  readonly date: number;
  /** `[test] `; nothing unless said. */
  readonly subjectPrefix?: string;
  /** Without one the message is not signed. */
  readonly signer?: Signer | undefined;
  /** The envelope sender of one message, to which its bounces come; the sender's address unless it is given. */
  readonly envelopeFrom?: ((messageId: string) => string) | undefined;
}

/** An edition made ready once for any number of recipients. */
export interface CompiledMessage {
  /**
   * One person's message (RFC 5322): text first, HTML last, both unsubscribe headers (RFC 2369, RFC 8058), List-Id
   * (RFC 2919), DKIM-Signature. The same recipient gives the same bytes, on every attempt.
   *
   * @param messageId with angle brackets
   * @throws HeaderError when a control character would reach a header.
   */
  compose(recipient: Recipient, messageId: string): Promise<MailMessage>;
}

/** Encodes all that is the same for every recipient; what one of them costs then is a few lines. */
export function compileMessage(
  { edition, stationery }: Snapshot,
  { date, subjectPrefix = '', signer, envelopeFrom }: MessageOptions,
): CompiledMessage {
  const { listId, from } = stationery;
  const url = leaveBase(stationery);
  const byMail = leaveBase({ ...stationery, unsubscribe: 'mail' });
  const oneClick = stationery.unsubscribe !== 'mail';
  const sender = toWireAddress(from.address);
  const replyTo = toWireAddress(stationery.replyTo);
  const body = compileBody(edition, edition.slug);
  const above = mailboxField('From', {
    name: requireHeaderText('the sender’s name', from.name),
    address: requireHeaderText('the sender’s address', sender),
  });
  const below = [
    mailboxField('Reply-To', { name: '', address: requireHeaderText('the reply address', replyTo) }),
    dateField(date),
    plainField('MIME-Version', '1.0'),
    plainField('List-Id', `<${listId}>`),
    // The promise of RFC 8058 is made for https addresses only.
    ...(oneClick ? [plainField('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')] : []),
    plainField('Feedback-ID', feedbackId(edition.issueNumber, listId)),
    `Content-Type: ${body.contentType}\r\n`,
  ].join('');

  const headersFor = (recipient: Recipient, to: string, messageId: string): string => {
    const subject = fillSlots(edition.subject, recipient, { url, escape: 'none' });
    return [
      above,
      mailboxField('To', {
        name: requireHeaderText('a recipient’s name', recipient.name ?? ''),
        address: to,
      }),
      textField('Subject', `${subjectPrefix}${subject}`),
      plainField('Message-ID', messageId),
      plainField(
        'List-Unsubscribe',
        [...(oneClick ? [url] : []), byMail].map((base) => `<${unsubscribeUrl(recipient, base)}>`).join(', '),
      ),
      below,
    ].join('');
  };

  return {
    async compose(recipient, messageId) {
      const to = toWireAddress(requireHeaderText('a recipient’s address', recipient.address));
      const headers = headersFor(recipient, to, messageId);
      const { parts, hash } = fillBody(body, recipient, url);
      const signature = await signer?.sign({ headers, bodyHash: hash, date });
      const bytes = Buffer.concat([Buffer.from(`${signature ?? ''}${headers}\r\n`), ...parts]);
      const envelope = { from: envelopeFrom?.(messageId) ?? sender, to };
      return { messageId, envelope, bytes };
    },
  };
}

/**
 * What Gmail’s feedback loop counts complaints by: three fields of our choice, and a sender that is always the same
 * (https://support.google.com/a/answer/6254652).
 */
function feedbackId(issueNumber: number, listId: string): string {
  const senderId = createHash('sha256').update(listId).digest('hex').slice(0, 12);
  return `issue-${issueNumber}:newsletter:pennypost:${senderId}`;
}
