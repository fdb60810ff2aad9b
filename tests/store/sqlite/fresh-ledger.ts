import type { DatabaseSync } from 'node:sqlite';
import { beforeEach } from 'vitest';
import type {
  ClaimedDelivery,
  DeliveryCounts,
  Ledger,
  Resumed,
  ResumeOptions,
} from '../../../src/delivery/ledger.ts';
import type { Mailing, Worker } from '../../../src/delivery/mailing.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { ada, mailingTo, noon, only, ours, recipient } from './samples.ts';

/** A ledger in memory, another one for each test of the file that imports this. */
export let database: DatabaseSync;
export let ledger: Ledger;

beforeEach(() => {
  database = openDatabase(':memory:');
  ledger = createLedger(database);
});

/** What a test passes to say whether the other worker lives. */
export const alive = (): boolean => true;
export const dead = (): boolean => false;
export const unsure = (): undefined => undefined;

export const none: DeliveryCounts = {
  queued: 0,
  attempting: 0,
  committing: 0,
  accepted: 0,
  deferred: 0,
  failed: 0,
  held: 0,
  unknown: 0,
  skipped: 0,
  cancelled: 0,
};

/** A mailing to these people, held by ada since noon. */
export function start(...names: string[]): Mailing {
  return ours(ledger.startMailing(mailingTo(names), ada, noon));
}

/** A mailing to these addresses, held by ada since noon. */
export function startTo(...addresses: string[]): Mailing {
  const deliveries = addresses.map((address) => ({
    recipient: { ...recipient('reader'), address, canonical: address },
    messageId: `<${address}>`,
  }));
  return ours(ledger.startMailing(mailingTo([], { deliveries }), ada, noon));
}

/** Brings somebody to the dot of their message, which may have left. */
export async function commitOne(mailing: Mailing, worker: Worker = ada): Promise<ClaimedDelivery> {
  const claimed = await claimOne(mailing, worker);
  if (!(await ledger.intendDot(claimed, worker, noon))) throw new Error('the dot was refused');
  return claimed;
}

/** Takes a mailing over, in the same copy of the database. */
export function resume(
  mailing: Mailing,
  worker: Worker,
  { now, isAlive }: Pick<ResumeOptions, 'now' | 'isAlive'>,
): Resumed {
  return ledger.resumeMailing(mailing, worker, { now, isAlive, moved: false });
}

/** The next ones who are due, at noon unless another time is given. */
export function claim(
  mailing: Mailing,
  { worker = ada, count = 1, now = noon }: { worker?: Worker; count?: number; now?: number } = {},
): Promise<readonly ClaimedDelivery[]> {
  return claimDue(ledger, mailing, worker, { count, now });
}

export async function claimOne(mailing: Mailing, worker: Worker = ada): Promise<ClaimedDelivery> {
  return only(await claim(mailing, { worker }));
}

export function suppress(canonical: string): void {
  database.prepare(`INSERT INTO suppression VALUES (?, 'unsubscribed', 0)`).run(canonical);
}

/** The rows of the append-only table. */
export function attempts(): unknown[] {
  return database.prepare('SELECT number, worker, state, stage, dot_at, code FROM attempt').all();
}
