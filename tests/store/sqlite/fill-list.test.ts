import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { AudienceStore } from '../../../src/audience/audience-store.ts';
import { rehearse } from '../../../src/audience/rehearse.ts';
import type { SubscriberDraft } from '../../../src/audience/subscriber.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { readDatabase } from '../../../src/store/sqlite/read-database.ts';
import { createAudienceStore } from '../../../src/store/sqlite/sqlite-audience.ts';
import { draft, inFolder, noon } from './samples.ts';

const fillingList = fileURLToPath(new URL('./filling-list.ts', import.meta.url));
const consent = { source: 'list.csv', at: '2026-01-05T12:00:00Z' };
const people: readonly SubscriberDraft[] = [
  draft('Ann', { name: 'Ann Lee', firstName: 'Ann', tags: ['hiring', 'cork'], fields: { city: 'Cork' } }),
  draft('bob', {
    status: 'unsubscribed',
    consent: { ...consent, proof: 'ticked', wording: 'the monthly letter' },
  }),
  draft('cyd', { status: 'pending', joinedAt: '2025-02-03T00:00:00.000Z' }),
  draft('Ann', { status: 'suppressed', name: 'another Ann' }),
  draft('dan', { status: 'suppressed', tags: ['hiring'] }),
];

const tables = {
  subscriber: '*',
  consent: 'subscriber_id, source, at, proof, wording, recorded_at',
  subscriber_tag: '*',
  suppression: '*',
  subscriber_event: '*',
};
const nothing = Object.keys(tables).map(() => []);

/** Everything that a list holds, but for the somebody who was there before. */
function holdings(database: DatabaseSync): unknown[][] {
  database.exec(`DELETE FROM subscriber WHERE canonical LIKE 'first@%'`);
  return Object.entries(tables).map(([table, columns]) =>
    database.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`).all(),
  );
}

function shelve(audience: AudienceStore) {
  const shelf = audience.setAside();
  shelf.addAll(people.map((each, index) => ({ line: index + 2, draft: each })));
  return { shelf, twice: shelf.leaveOneEach() };
}

it('keeps in a list of nobody what it would keep among others', () => {
  const [empty, peopled] = [openDatabase(':memory:'), openDatabase(':memory:')];
  for (const database of [empty, peopled]) {
    const audience = createAudienceStore(database);
    // In both the ids go on behind somebody; in one that person is gone.
    audience.allOrNothing(() => audience.keep(draft('first'), noon));
    if (database === empty) database.exec('DELETE FROM subscriber');
    const { shelf, twice } = shelve(audience);
    expect(twice).toEqual([{ line: 5, address: people[3]?.address, firstLine: 2, leaves: true }]);
    expect(audience.inOneGo(() => audience.keepShelf(shelf, noon))).toEqual({
      added: 4,
      updated: 0,
      unchanged: 0,
      left: 0,
      refused: [],
      cameBack: [],
    });
    shelf.close();
    expect(audience.find(people[0]?.canonical ?? ('' as never))).toMatchObject({
      id: 2,
      status: 'suppressed',
    });
  }
  const [one, other] = [holdings(empty), holdings(peopled)];
  expect(one).toEqual(other);
  expect(one.map((rows) => rows.length)).toEqual([4, 4, 3, 3, 3]);
});

it('finds everybody by their address afterwards, and lets nobody in a second time', () => {
  const database = openDatabase(':memory:');
  const audience = createAudienceStore(database);
  const { shelf } = shelve(audience);
  audience.inOneGo(() => audience.keepShelf(shelf, noon));
  const plan = database.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM subscriber WHERE canonical = 'x'`).all();
  expect(JSON.stringify(plan)).toContain('subscriber_by_address');
  const twice = `INSERT INTO subscriber (address, canonical, status, fields, joined_at)
    SELECT address, canonical, status, fields, joined_at FROM subscriber LIMIT 1`;
  expect(() => database.exec(twice)).toThrow(/UNIQUE/);
  expect(() => database.exec(`UPDATE subscriber SET fields = '[]'`)).toThrow(/CHECK/);
  expect(() => database.exec(`INSERT INTO subscriber_tag VALUES (999, 'nobody')`)).toThrow(/FOREIGN KEY/);
  expect(() => database.exec(`UPDATE subscriber SET status = 'active' WHERE id = 2`)).not.toThrow();
});

it('undoes all of it when the work fails, and after a rehearsal', async () => {
  await inFolder((folder) => {
    const database = openDatabase(join(folder, 'penny.db'));
    const audience = createAudienceStore(database);
    const { shelf } = shelve(audience);
    expect(rehearse(audience, () => audience.keepShelf(shelf, noon)).added).toBe(4);
    expect(() =>
      audience.inOneGo(() => {
        audience.keepShelf(shelf, noon);
        throw new RangeError('no space left');
      }),
    ).toThrow(RangeError);
    expect(holdings(database)).toEqual(nothing);
    expect(modeOf(database)).toBe('wal');
    expect(audience.inOneGo(() => audience.keepShelf(shelf, noon)).added).toBe(4);
    expect(modeOf(database)).toBe('wal');
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  });
});

it('keeps its log where somebody else has the database open', async () => {
  await inFolder((folder) => {
    const path = join(folder, 'penny.db');
    const [database, other] = [openDatabase(path), openDatabase(path)];
    const audience = createAudienceStore(database);
    const { shelf } = shelve(audience);
    audience.inOneGo(() => {
      audience.keepShelf(shelf, noon);
      expect(modeOf(database)).toBe('wal');
      expect(other.prepare('SELECT count(*) AS count FROM subscriber').get()).toEqual({ count: 0 });
    });
    expect(other.prepare('SELECT count(*) AS count FROM subscriber').get()).toEqual({ count: 4 });
    other.close();
    database.close();
  });
});

it('lets others wait who open the database meanwhile, and then read all of it', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    const filler = spawn(process.execPath, [fillingList, path], { stdio: 'ignore' });
    const ended = new Promise((done) => filler.once('exit', done));
    const counts = new Set<unknown>();
    while (filler.exitCode === null) {
      if (existsSync(`${path}-journal`)) {
        const opened = openDatabase(path);
        counts.add(opened.prepare('SELECT count(*) AS count FROM subscriber').get()?.['count']);
        opened.close();
      }
      await wait(5);
    }
    expect(await ended).toBe(0);
    const database = openDatabase(path);
    counts.add(database.prepare('SELECT count(*) AS count FROM subscriber').get()?.['count']);
    database.close();
    expect([...counts].filter((count) => count !== 0 && count !== 100_000)).toEqual([]);
    expect([...counts]).toContain(100_000);
  });
});

function modeOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
}

it('holds nobody after it was killed in the middle, and everybody when it is run again', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'penny.db');
    const filler = (): ChildProcess => spawn(process.execPath, [fillingList, path], { stdio: 'ignore' });
    const killed = filler();
    const ended = new Promise((done) => killed.once('exit', done));
    // The journal is there from the first page that is written to the last.
    const deadline = Date.now() + 20_000;
    while (!(existsSync(`${path}-journal`) && statSync(path).size > 2_000_000)) {
      if (Date.now() > deadline) throw new Error('it never began to write');
      await wait(1);
    }
    killed.kill('SIGKILL');
    await ended;
    expect(existsSync(`${path}-journal`)).toBe(true);
    // Whoever only looks finds a list of nobody, too.
    const countPeople = (opened: DatabaseSync) =>
      opened.prepare('SELECT count(*) AS count FROM subscriber').get();
    expect(readDatabase(path, countPeople)).toEqual({ count: 0 });
    const database = openDatabase(path);
    expect(holdings(database)).toEqual(nothing);
    expect(modeOf(database)).toBe('wal');
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
    const again = filler();
    expect(await new Promise((done) => again.once('exit', done))).toBe(0);
    const filled = openDatabase(path);
    expect(filled.prepare('SELECT count(*) AS count FROM subscriber').get()).toEqual({ count: 100_000 });
    filled.close();
  });
});
