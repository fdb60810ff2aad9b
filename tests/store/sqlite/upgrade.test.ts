import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { start } from '../../../src/store/sqlite/migrations/0001-start.ts';
import { steering } from '../../../src/store/sqlite/migrations/0002-steering.ts';
import { inbox } from '../../../src/store/sqlite/migrations/0003-inbox.ts';
import { signUps } from '../../../src/store/sqlite/migrations/0004-sign-ups.ts';
import { story } from '../../../src/store/sqlite/migrations/0005-story.ts';
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

it('gives the index of addresses a name, and loses nobody and nothing of theirs', async () => {
  await inFolder((folder) => {
    const path = join(folder, 'penny.db');
    const old = new DatabaseSync(path);
    old.function('secure_random', (count) => Buffer.alloc(Number(count), 7));
    old.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
    for (const [index, step] of [start, steering, inbox, signUps, story].entries()) {
      old.exec(step);
      old.exec(`INSERT INTO migration VALUES (${index + 1}, '2026-01-01T00:00:00Z')`);
    }
    old.exec(`
      INSERT INTO subscriber (address, canonical, name, status, fields, joined_at)
        VALUES ('Ann@example.com', 'ann@example.com', 'Ann', 'active', '{"city":"Cork"}', '2026-01-01'),
          ('bob@example.com', 'bob@example.com', NULL, 'pending', '{}', '2026-01-02'),
          ('cyd@example.com', 'cyd@example.com', NULL, 'active', '{}', '2026-01-03');
      INSERT INTO consent (subscriber_id, source, at) VALUES (1, 'form', '2026-01-01');
      INSERT INTO subscriber_tag VALUES (1, 'hiring');
      INSERT INTO subscriber_event (subscriber_id, at, kind, text) VALUES (1, 5, 'tagged', 'hiring');
      INSERT INTO wording VALUES ('1', 'the letter', 5);
      INSERT INTO sign_up (subscriber_id, is_new, asked_at, topics, wording) VALUES (2, 1, 5, '[]', '1');
      DELETE FROM subscriber WHERE id = 3;
    `);
    old.close();

    const database = openDatabase(path);
    const count = (table: string): unknown =>
      database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'];
    const tables = ['subscriber', 'consent', 'subscriber_tag', 'subscriber_event', 'sign_up'];
    expect(tables.map(count)).toEqual([2, 1, 1, 1, 1]);
    expect(database.prepare('SELECT * FROM subscriber WHERE id = 1').get()).toEqual({
      ...{ id: 1, address: 'Ann@example.com', canonical: 'ann@example.com', name: 'Ann', first_name: null },
      ...{ status: 'active', fields: '{"city":"Cork"}', joined_at: '2026-01-01' },
    });
    const add = `INSERT INTO subscriber (address, canonical, status, fields, joined_at)
      VALUES ('dan@example.com', 'dan@example.com', 'pending', '{}', '2026-01-04')`;
    database.exec(add);
    // The third is gone, and nobody else gets their number.
    expect(database.prepare('SELECT max(id) AS id FROM subscriber').get()).toEqual({ id: 4 });
    expect(() => database.exec(add)).toThrow(/UNIQUE/);
    expect(() => database.exec(`UPDATE subscriber SET status = 'active' WHERE id = 2`)).toThrow(/consent/);
    database.exec(`UPDATE subscriber SET status = 'erased' WHERE id = 2`);
    expect(count('sign_up')).toBe(0);
    database.exec('DELETE FROM subscriber WHERE id = 1');
    expect(tables.map(count)).toEqual([2, 0, 0, 0, 0]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const around = database
      .prepare(`SELECT name FROM sqlite_schema WHERE tbl_name = 'subscriber' ORDER BY name`)
      .all();
    expect(around.map(({ name }) => name)).toEqual([
      'active_needs_consent',
      'erased_asks_nothing',
      'subscriber',
      'subscriber_by_address',
    ]);
    database.close();
  });
});
