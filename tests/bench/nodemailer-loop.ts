import { createTransport } from 'nodemailer';
import { fillSlots } from '../../src/delivery/personalise.ts';
import { recipients, snapshot } from './measured-mailing.ts';

export interface Loop {
  readonly port: number;
  readonly people: number;
  readonly connections: number;
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };
}

/**
 * The loop that everybody writes: nodemailer's pool, `sendMail` for each recipient, and no record of anything.
 *
 * @returns milliseconds
 */
export async function timeNodemailer({ port, people, connections, dkim }: Loop): Promise<number> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    ...(dkim === undefined ? {} : { dkim }),
  });
  const { edition, stationery } = snapshot;
  const { url } = stationery;
  const started = performance.now();
  const sent: Promise<unknown>[] = [];
  for (const recipient of recipients(people)) {
    const unsubscribe = `${url}/unsubscribe/${recipient.unsubscribeToken}`;
    sent.push(
      transport.sendMail({
        from: stationery.from,
        to: { name: recipient.name ?? '', address: recipient.address },
        replyTo: stationery.replyTo,
        subject: fillSlots(edition.subject, recipient, { url, escape: 'none' }),
        text: fillSlots(edition.text, recipient, { url, escape: 'none' }),
        html: fillSlots(edition.html, recipient, { url, escape: 'html' }),
        headers: {
          'List-Id': `<${stationery.listId}>`,
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      }),
    );
  }
  await Promise.all(sent);
  const milliseconds = performance.now() - started;
  transport.close();
  return milliseconds;
}
