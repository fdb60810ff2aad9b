import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanonicalAddress, EmailAddress, SubscriberDraft } from '../../../src/audience/subscriber.ts';
import type {
  AttemptOutcome,
  HeldElsewhere,
  MailingStart,
  MailingThere,
  Resumed,
} from '../../../src/delivery/ledger.ts';
import type { Mailing, Snapshot, Worker } from '../../../src/delivery/mailing.ts';
import type { Recipient } from '../../../src/delivery/recipient.ts';
import { digestOf } from '../../../src/delivery/snapshot-digest.ts';

export const noon = Date.UTC(2026, 0, 5, 12);
/** In milliseconds. */
export const minute = 60_000;

export const ada: Worker = { id: 'ada', host: 'desk', pid: 11, started: '100', copy: 'here' };
export const ben: Worker = { id: 'ben', host: 'desk', pid: 22, started: '200', copy: 'here' };
export const farAway: Worker = { id: 'far', host: 'elsewhere', pid: 11, started: '100', copy: 'here' };

export const accepted: AttemptOutcome = {
  state: 'accepted',
  stage: 'dot',
  code: 250,
  text: 'queued as 4F2',
  queueId: '4F2',
};

export const snapshot: Snapshot = {
  edition: {
    issueNumber: 1,
    slug: 'first',
    subject: ['Hello ', { tag: 'name', fallback: 'you' }],
    html: ['<p>hi</p>'],
    text: ['hi'],
  },
  stationery: {
    from: { name: 'Penny', address: 'hello@penny.example' },
    replyTo: 'hello@penny.example',
    listId: 'list.penny.example',
    url: 'https://penny.example',
  },
};

/** Of the snapshot, as the ledger is given it. */
const snapshotDigest = digestOf(snapshot);

export function recipient(name: string): Recipient {
  return {
    subscriberId: 1,
    address: `${name}@Example.com`,
    canonical: `${name}@example.com`.toLowerCase(),
    name,
    fields: { city: 'Cork' },
    unsubscribeToken: `token-${name}`,
  };
}

/** A mailing of issue 1 to these people. */
export function mailingTo(names: readonly string[], change: Partial<MailingStart> = {}): MailingStart {
  const deliveries = names.map((name) => ({
    recipient: recipient(name),
    messageId: `<${name}@penny.example>`,
  }));
  return {
    issueNumber: 1,
    slug: 'first',
    transport: 'smtp',
    key: 'key-1',
    snapshot,
    snapshotDigest,
    deliveries,
    ...change,
  };
}

export function draft(name: string, change: Partial<SubscriberDraft> = {}): SubscriberDraft {
  return {
    address: `${name}@Example.com` as EmailAddress,
    canonical: `${name.toLowerCase()}@example.com` as CanonicalAddress,
    tags: [],
    fields: {},
    consent: { source: 'list.csv', at: '2026-01-05T12:00:00Z' },
    ...change,
  };
}

/** The mailing, where a test expects that nobody else holds it. */
export function ours(result: Resumed | HeldElsewhere | MailingThere): Mailing {
  if ('id' in result) return result;
  throw new Error(`it is not ours: ${JSON.stringify(result)}`);
}

/** The only one of a list. */
export function only<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined || items.length !== 1) throw new Error(`expected one, got ${items.length}`);
  return first;
}

/** Runs `use` with a folder that is gone afterwards. */
export async function inFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'penny-store-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
