import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/cli/sending/system-clock.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { dispatchMailing } from '../../src/delivery/dispatch-mailing.ts';
import type { Snapshot, Worker } from '../../src/delivery/mailing.ts';
import type { Recipient } from '../../src/delivery/recipient.ts';
import type { Signer } from '../../src/delivery/signing/sign-message.ts';
import { startMailing } from '../../src/delivery/start-mailing.ts';
import type { Slotted } from '../../src/render/edition.ts';
import { createSmtpMailer } from '../../src/smtp/smtp-mailer.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../src/store/sqlite/sqlite-ledger.ts';

/** About 20 KB as a message, with the recipient's name in it and a way to leave. */
export const snapshot: Snapshot = {
  edition: {
    issueNumber: 1,
    slug: 'measured',
    subject: ['hi ', { tag: 'firstName', fallback: 'there' }],
    html: letter('p', 220),
    text: letter('', 80),
  },
  stationery: {
    from: { name: 'penny', address: 'hello@penny.example' },
    replyTo: 'hello@penny.example',
    listId: 'newsletter.penny.example',
    url: 'https://penny.example',
  },
};

function letter(tag: string, lines: number): Slotted {
  const [open, close] = tag === '' ? ['', ''] : [`<${tag}>`, `</${tag}>`];
  const line = `${open}we asked a hundred people who hire whether interviews go both ways${close}\n`;
  return [
    `${open}hi `,
    { tag: 'firstName', fallback: 'there' },
    `${close}\n${line.repeat(lines)}`,
    { tag: 'unsubscribeUrl' },
    '\n',
  ];
}

export function* recipients(count: number): Iterable<Recipient> {
  for (let index = 0; index < count; index += 1) {
    const address = `reader${index}@example.com`;
    yield {
      subscriberId: index,
      address,
      canonical: address,
      name: `Reader ${index}`,
      firstName: `Reader ${index}`,
      fields: {},
      unsubscribeToken: `token-${index}-0123456789abcdef0123456789abcdef`,
    };
  }
}

const worker: Worker = { id: 'bench', host: 'here', pid: process.pid, started: '', copy: '' };

export interface Measured {
  readonly port: number;
  readonly people: number;
  readonly connections: number;
  readonly signer?: Signer | undefined;
  readonly clock?: Clock;
}

/**
 * Sends to so many people with a ledger on disk, as `penny send` does, from the freezing of the audience to the last
 * outcome.
 *
 * @returns milliseconds
 * @throws Error when anybody was not accepted: that is no measurement
 */
export async function timeMailing({ port, people, connections, signer }: Measured): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'penny-bench-'));
  try {
    using database = openDatabase(join(folder, 'penny.db'));
    const ledger = createLedger(database);
    const started = performance.now();
    const plan = { issueNumber: 1, slug: 'measured', transport: 'smtp' } as const;
    const now = Date.now();
    const start = { plan, recipients: recipients(people), snapshot, worker, key: 'key', now };
    const mailing = startMailing(ledger, start);
    if (!('id' in mailing)) throw new Error('somebody else is here');
    const result = await dispatchMailing({
      ledger,
      mailer: createSmtpMailer({ host: '127.0.0.1', port, secure: false, loopback: true }),
      clock: systemClock,
      mailing,
      worker,
      connections,
      limits: { perDomain: {} },
      retry: [1_000],
      unknown: 'ask',
      jitter: () => 0,
      signer,
      nextOpening: (moment) => moment,
      wait: 0,
      stop: new AbortController().signal,
      onProgress: () => {},
      onWaiting: () => {},
    });
    const milliseconds = performance.now() - started;
    if (result.accepted !== people) throw new Error(`only ${result.accepted} of ${people} were accepted`);
    return milliseconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
