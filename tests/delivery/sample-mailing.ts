import type { Snapshot } from '../../src/delivery/mailing.ts';
import type { Recipient } from '../../src/delivery/recipient.ts';

/** A snapshot of an edition with slots in all three parts. */
export const snapshot: Snapshot = {
  edition: {
    issueNumber: 1,
    slug: 'hello',
    subject: ['hi ', { tag: 'firstName', fallback: 'there' }],
    html: [
      '<p title="',
      { tag: 'name', fallback: 'you' },
      '">',
      { tag: 'name', fallback: 'you' },
      '</p><a href="',
      { tag: 'unsubscribeUrl' },
      '">leave</a>',
    ],
    text: [
      'hello ',
      { tag: 'name', fallback: 'you' },
      '\n.\n..two\n',
      'x'.repeat(1200),
      '\n',
      { tag: 'unsubscribeUrl' },
    ],
  },
  stationery: {
    from: { name: 'Pénny, Inc. “P”', address: 'hello@penny.example' },
    replyTo: 'reply@penny.example',
    listId: 'newsletter.penny.example',
    url: 'https://penny.example',
  },
};

export function recipient(part: Partial<Recipient> = {}): Recipient {
  const address = part.address ?? 'li@example.net';
  return { subscriberId: 1, address, canonical: address, fields: {}, unsubscribeToken: 'token', ...part };
}
