import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { groupCommits } from '../../../src/store/sqlite/group-commits.ts';
import { HoldLostError } from '../../../src/store/sqlite/hold-lost-error.ts';
import { inFolder } from './samples.ts';

function newDatabase(path = ':memory:'): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;
    CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE note (text TEXT NOT NULL, parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`);
  return database;
}

function notesIn(database: DatabaseSync): unknown[] {
  return database
    .prepare('SELECT text FROM note')
    .all()
    .map(({ text }) => text);
}

it('writes what comes in the same moment with one commit, in the order in which it came', async () => {
  const database = newDatabase();
  const join = groupCommits(database);
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  const exec = vi.spyOn(database, 'exec');
  const results = await Promise.all(
    ['a', 'b', 'c'].map((text) => join(() => `${text}${insert.run(text).changes}`)),
  );
  expect(results).toEqual(['a1', 'b1', 'c1']);
  expect(exec.mock.calls.flat()).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  expect(notesIn(database)).toEqual(['a', 'b', 'c']);
  expect(await join(() => 'later')).toBe('later');
  expect(exec).toHaveBeenCalledTimes(4);
});

it('tells nobody before it is on disk', async () => {
  await inFolder(async (folder) => {
    const path = joinPath(folder, 'notes.db');
    const database = newDatabase(path);
    const another = new DatabaseSync(path, { readOnly: true });
    const join = groupCommits(database);
    const seen: unknown[] = [];
    const add = async (text: string): Promise<void> => {
      await join(() => database.prepare('INSERT INTO note (text) VALUES (?)').run(text));
      seen.push(notesIn(another));
    };
    const both = Promise.all([add('a'), add('b')]);
    expect(notesIn(another)).toEqual([]);
    await both;
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    another.close();
    database.close();
  });
});

it('undoes all of a group, and fails all of it, when one statement of it fails', async () => {
  const database = newDatabase();
  const join = groupCommits(database);
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  const group = await Promise.allSettled(['a', null, 'c'].map((text) => join(() => insert.run(text))));
  expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(notesIn(database)).toEqual([]);
  await join(() => insert.run('d'));
  expect(notesIn(database)).toEqual(['d']);
});

it('fails all of a group whose commit fails, and goes on with the next', async () => {
  const database = newDatabase();
  const join = groupCommits(database);
  const orphan = database.prepare(`INSERT INTO note VALUES ('orphan', 7)`);
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  const group = await Promise.allSettled([join(() => insert.run('a')), join(() => orphan.run())]);
  expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(database.isTransaction).toBe(false);
  await join(() => insert.run('b'));
  expect(notesIn(database)).toEqual(['b']);
});

it('tells one worker that its delivery was taken over, and writes what the others bring', async () => {
  const database = newDatabase();
  const join = groupCommits(database);
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  const lost = new HoldLostError('taken over');
  const group = await Promise.allSettled([
    join(() => insert.run('a').changes),
    join(() => {
      throw lost;
    }),
    join(() => insert.run('c').changes),
  ]);
  expect(group).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: lost },
    { status: 'fulfilled', value: 1 },
  ]);
  expect(notesIn(database)).toEqual(['a', 'c']);
});
