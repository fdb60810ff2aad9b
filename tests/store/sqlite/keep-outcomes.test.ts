import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Ledger } from '../../../src/delivery/ledger.ts';
import type { Mailing } from '../../../src/delivery/mailing.ts';
import { DatabaseError } from '../../../src/store/sqlite/database-error.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { dead, none } from './fresh-ledger.ts';
import { accepted, ada, ben, inFolder, mailingTo, noon, only, ours } from './samples.ts';

interface Sender {
  readonly path: string;
  readonly ledger: Ledger;
  readonly mailing: Mailing;
  /** Takes the database away from everybody else. */
  readonly lock: () => void;
  readonly unlock: () => void;
}

/** A sender that has begun, on a disk, who waits for nobody who locks the database. */
async function withSender(names: readonly string[], use: (sender: Sender) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    const database = openDatabase(path, { patience: 20 });
    const ledger = createLedger(database);
    const mailing = ours(ledger.startMailing(mailingTo(names), ada, noon));
    ledger.recover(mailing, ada, noon);
    const other = new DatabaseSync(path);
    await use({
      path,
      ledger,
      mailing,
      lock: () => other.exec('BEGIN IMMEDIATE'),
      unlock: () => other.exec('ROLLBACK'),
    });
    other.close();
    database.close();
  });
}

function journalsBeside(path: string): string[] {
  return readdirSync(join(path, '..')).filter((name) => name.includes('-outcomes-'));
}

/** Another process takes the mailing over. */
function takeOver(path: string, use: (ledger: Ledger, mailing: Mailing) => void): void {
  const database = openDatabase(path);
  const ledger = createLedger(database);
  const found = ledger.findMailing(1);
  if (found === undefined) throw new Error('the mailing is lost');
  const options = { now: noon + 1, isAlive: dead, moved: false };
  use(ledger, ours(ledger.resumeMailing(found, ben, options)));
  database.close();
}

async function commitNext({ ledger, mailing }: Sender) {
  const claimed = only(await claimDue(ledger, mailing, ada, { now: noon }));
  expect(await ledger.intendDot(claimed, ada, noon)).toBe(true);
  return claimed;
}

it('scoreboard 5: an answer that the database could not take is taken before anything else when the mailing goes on', () =>
  withSender(['ann', 'bob'], async (sender) => {
    const claimed = await commitNext(sender);
    sender.lock();
    await expect(sender.ledger.settle(claimed, ada, accepted, noon + 1)).rejects.toThrow(DatabaseError);
    sender.unlock();
    // Killed here: nobody lets the mailing go.
    takeOver(sender.path, (ledger, mailing) => {
      expect(ledger.counts(mailing)).toEqual({ ...none, queued: 1, committing: 1 });
      expect(ledger.recover(mailing, ben, noon + 2)).toEqual([]);
      expect(ledger.counts(mailing)).toEqual({ ...none, queued: 1, accepted: 1 });
      expect(ledger.contradictions(mailing)).toEqual([]);
      expect([...ledger.recipients(mailing)][0]).toMatchObject({ state: 'accepted', text: 'queued as 4F2' });
      ledger.releaseMailing(mailing, ben, 'paused', undefined, noon + 3);
    });
    expect(journalsBeside(sender.path)).toEqual([]);
  }));

it('is taken when the mailing is let go, if the database can be written by then', () =>
  withSender(['ann'], async (sender) => {
    const { ledger, mailing } = sender;
    const claimed = await commitNext(sender);
    sender.lock();
    await expect(ledger.settle(claimed, ada, accepted, noon + 1)).rejects.toThrow('is locked');
    sender.unlock();
    ledger.releaseMailing(mailing, ada, 'paused', 'the database is locked', noon + 2);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1 });
    expect(journalsBeside(sender.path)).toEqual([]);
  }));

it('has its room on disk before the first message, for nobody else to read', () =>
  withSender(['ann'], async ({ path }) => {
    const journal = join(path, '..', only(journalsBeside(path)));
    expect(statSync(journal).size).toBeGreaterThanOrEqual(65_536);
    expect(statSync(journal).mode & 0o777).toBe(0o600);
  }));

it('leaves out a line that was cut off, and takes the ones before it', () =>
  withSender(['ann', 'bob'], async (sender) => {
    const [ann, bob] = [await commitNext(sender), await commitNext(sender)];
    sender.lock();
    await expect(sender.ledger.settle(ann, ada, accepted, noon + 1)).rejects.toThrow(DatabaseError);
    await expect(sender.ledger.settle(bob, ada, accepted, noon + 1)).rejects.toThrow(DatabaseError);
    sender.unlock();
    const journal = join(sender.path, '..', only(journalsBeside(sender.path)));
    const written = readFileSync(journal, 'utf8').replaceAll('\0', '');
    expect(written.trim().split('\n')).toHaveLength(2);
    writeFileSync(journal, written.slice(0, -10));
    takeOver(sender.path, (ledger, mailing) => {
      expect(ledger.recover(mailing, ben, noon + 2)).toMatchObject([{ recipient: { name: 'bob' } }]);
      expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, committing: 1 });
      ledger.releaseMailing(mailing, ben, 'paused', undefined, noon + 3);
    });
  }));

it.each([
  '{}',
  '{"outcome":{}}',
  '{"id":"2","attempt":1,"worker":"ada","outcome":{"state":"accepted","stage":"dot","text":""},"endedAt":1}',
  '{"id":2,"attempt":1,"worker":"ada","outcome":{"state":"sent","stage":"dot","text":""},"endedAt":1}',
  '{"id":2,"attempt":1,"worker":"ada","outcome":{"state":"held","stage":"dot","text":"","code":{}},"endedAt":1}',
])('leaves out a line that was damaged, and takes the ones before it: %s', (damaged) =>
  withSender(['ann', 'bob'], async (sender) => {
    const [ann] = [await commitNext(sender), await commitNext(sender)];
    sender.lock();
    await expect(sender.ledger.settle(ann, ada, accepted, noon + 1)).rejects.toThrow(DatabaseError);
    sender.unlock();
    const journal = join(sender.path, '..', only(journalsBeside(sender.path)));
    const written = readFileSync(journal, 'utf8').replaceAll('\0', '');
    writeFileSync(journal, `${written}${damaged}\n`);
    takeOver(sender.path, (ledger, mailing) => {
      expect(ledger.recover(mailing, ben, noon + 2)).toMatchObject([{ recipient: { name: 'bob' } }]);
      expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 1, committing: 1 });
      ledger.releaseMailing(mailing, ben, 'paused', undefined, noon + 3);
    });
  }),
);

it('says nothing twice: what stands in the ledger already stays as it is', () =>
  withSender(['ann'], async (sender) => {
    const claimed = await commitNext(sender);
    await sender.ledger.settle(claimed, ada, accepted, noon + 1);
    const journal = join(sender.path, '..', only(journalsBeside(sender.path)));
    const late = { id: claimed.id, attempt: 1, worker: 'ada', outcome: accepted, endedAt: noon + 1 };
    writeFileSync(journal, '');
    appendFileSync(journal, `${JSON.stringify(late)}\n`);
    takeOver(sender.path, (ledger, mailing) => {
      expect(ledger.recover(mailing, ben, noon + 2)).toEqual([]);
      expect(ledger.contradictions(mailing)).toEqual([]);
      ledger.releaseMailing(mailing, ben, 'finished', undefined, noon + 3);
    });
    expect(existsSync(journal)).toBe(false);
  }));

it('is taken, too, when somebody cancels the mailing instead of going on with it', () =>
  withSender(['ann', 'bob'], async (sender) => {
    const claimed = await commitNext(sender);
    sender.lock();
    await expect(sender.ledger.settle(claimed, ada, accepted, noon + 1)).rejects.toThrow(DatabaseError);
    sender.unlock();
    const database = openDatabase(sender.path);
    const ledger = createLedger(database);
    ledger.cancelMailing(sender.mailing, noon + 2, dead);
    expect(ledger.counts(sender.mailing)).toEqual({ ...none, accepted: 1, cancelled: 1 });
    expect(journalsBeside(sender.path)).toEqual([]);
    database.close();
  }));

it('is left to a sender that lives when somebody cancels its mailing', () =>
  withSender(['ann'], async (sender) => {
    const claimed = await commitNext(sender);
    const database = openDatabase(sender.path);
    createLedger(database).cancelMailing(sender.mailing, noon + 1, () => true);
    expect(journalsBeside(sender.path)).toHaveLength(1);
    sender.lock();
    await expect(sender.ledger.settle(claimed, ada, accepted, noon + 2)).rejects.toThrow(DatabaseError);
    sender.unlock();
    createLedger(database).cancelMailing(sender.mailing, noon + 3, dead);
    expect(sender.ledger.counts(sender.mailing)).toEqual({ ...none, accepted: 1 });
    expect(journalsBeside(sender.path)).toEqual([]);
    database.close();
  }));

it('keeps no journal of a mailing that ended well', () =>
  withSender(['ann'], async (sender) => {
    const { ledger, mailing } = sender;
    await ledger.settle(await commitNext(sender), ada, accepted, noon + 1);
    ledger.releaseMailing(mailing, ada, 'finished', undefined, noon + 2);
    expect(journalsBeside(sender.path)).toEqual([]);
  }));

it('scoreboard 9: while another program holds the database for too long, no dot leaves, and it is said why', () =>
  withSender(['ann', 'bob'], async (sender) => {
    const { ledger, mailing } = sender;
    const claimed = only(await claimDue(ledger, mailing, ada, { now: noon }));
    sender.lock();
    await expect(ledger.intendDot(claimed, ada, noon)).rejects.toThrow('is locked by another program');
    await expect(claimDue(ledger, mailing, ada, { now: noon })).rejects.toThrow(
      'is locked by another program',
    );
    sender.unlock();
    expect(ledger.counts(mailing)).toEqual({ ...none, attempting: 1, queued: 1 });
    expect(await ledger.intendDot(claimed, ada, noon)).toBe(true);
  }));
