import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { start } from '../../../src/store/sqlite/migrations/0001-start.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { createLedger } from '../../../src/store/sqlite/sqlite-ledger.ts';
import { claimDue } from '../../fakes/claim-due.ts';
import { dead, none } from './fresh-ledger.ts';
import { accepted, ben, inFolder, noon, only, ours, recipient, snapshot } from './samples.ts';

/** A database of the first schema, whose sender was killed: one accepted, one after the dot, one deferred, one queued. */
function makeOld(path: string): void {
  const database = new DatabaseSync(path);
  database.function('secure_random', (count) => Buffer.alloc(Number(count), 7));
  database.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
  database.exec(`INSERT INTO migration VALUES (1, '2026-01-01T00:00:00Z')`);
  database.exec(start);
  database.prepare(`INSERT INTO snapshot VALUES (1, 'digest', ?)`).run(JSON.stringify(snapshot));
  database.exec(`INSERT INTO mailing VALUES (1, 'key', 1, 'first', 'smtp', 'sending', NULL, ${noon}, NULL, 4, 1,
    'ada', 'desk', 11, '100', ${noon}, ${noon + 60_000})`);
  const add = database.prepare(
    `INSERT INTO delivery (mailing_id, canonical, address, recipient, message_id, state, worker, attempt,
       attempt_started_at, dot_at, due_at) VALUES (1, :canonical, :address, :recipient, :messageId, :state, :worker,
       :attempt, :startedAt, :dotAt, :dueAt)`,
  );
  for (const [name, state] of [
    ['ann', 'accepted'],
    ['bob', 'committing'],
    ['cyd', 'deferred'],
    ['dan', 'queued'],
  ] as const) {
    const { canonical, address, ...others } = recipient(name);
    add.run({
      canonical,
      address,
      recipient: JSON.stringify({ canonical, address, ...others }),
      messageId: `<${name}@penny.example>`,
      state,
      worker: state === 'committing' ? 'ada' : null,
      attempt: state === 'queued' ? 0 : 1,
      startedAt: state === 'committing' ? noon : null,
      dotAt: state === 'committing' ? noon : null,
      dueAt: state === 'deferred' ? noon + 60_000 : null,
    });
  }
  database.exec(`INSERT INTO attempt (delivery_id, number, worker, started_at, ended_at, dot_at, state, stage, code, text)
    VALUES (1, 1, 'ada', ${noon}, ${noon}, ${noon}, 'accepted', 'dot', 250, 'ok'),
      (3, 1, 'ada', ${noon}, ${noon}, NULL, 'deferred', 'rcpt', 451, 'later')`);
  database.close();
}

it('goes on with a mailing that an earlier version was sending when it was killed', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    makeOld(path);
    const database = openDatabase(path);
    const ledger = createLedger(database);
    const found = ledger.findMailing(1);
    if (found === undefined) throw new Error('the mailing is lost');
    const mailing = ours(ledger.resumeMailing(found, ben, { now: noon + 1, isAlive: dead, moved: false }));
    const doubtful = only(ledger.recover(mailing, ben, noon + 1));
    expect(doubtful.recipient.name).toBe('bob');
    await ledger.settle(doubtful, ben, { state: 'unknown', stage: 'dot', text: 'no answer' }, noon + 1);
    for (const now of [noon + 1, noon + 60_000]) {
      const claimed = only(await claimDue(ledger, mailing, ben, { count: 9, now }));
      expect(await ledger.intendDot(claimed, ben, now)).toBe(true);
      await ledger.settle(claimed, ben, accepted, now);
    }
    ledger.releaseMailing(mailing, ben, 'finished', undefined, noon + 60_001);
    expect(ledger.counts(mailing)).toEqual({ ...none, accepted: 3, unknown: 1 });
    expect(ledger.contradictions(mailing)).toEqual([]);
    database.close();
  });
});
