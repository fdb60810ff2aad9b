import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseError } from '../../../src/store/sqlite/database-error.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { readDatabase } from '../../../src/store/sqlite/read-database.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'penny-read-'));
  path = join(folder, 'penny.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function suppressed(database: DatabaseSync): unknown {
  return database.prepare('SELECT canonical FROM suppression').all();
}

const suppress = `INSERT INTO suppression VALUES ('ann@example.com', 'bounced', 0)`;

it('reads what is there and changes nothing of it', () => {
  const database = openDatabase(path);
  database.exec(suppress);
  database.close();
  const before = readFileSync(path);
  expect(readDatabase(path, suppressed)).toEqual([{ canonical: 'ann@example.com' }]);
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('reads while another process writes', () => {
  using database = openDatabase(path);
  database.exec(`BEGIN IMMEDIATE; ${suppress}`);
  expect(readDatabase(path, suppressed)).toEqual([]);
  database.exec('COMMIT');
  expect(readDatabase(path, suppressed)).toEqual([{ canonical: 'ann@example.com' }]);
});

it('refuses to write', () => {
  openDatabase(path).close();
  expect(() => readDatabase(path, (database) => database.exec(suppress))).toThrow(DatabaseError);
});

it('leaves an empty file empty, and reads nothing from it', () => {
  writeFileSync(path, '');
  expect(readDatabase(path, suppressed)).toBeUndefined();
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['penny.db'], '']);
});

it('makes no database where there is none', () => {
  expect(() => readDatabase(path, suppressed)).toThrow(DatabaseError);
  expect(readdirSync(folder)).toEqual([]);
});

it('says that a text file is not a database', () => {
  writeFileSync(path, 'Dear diary, '.repeat(100));
  expect(() => readDatabase(path, suppressed)).toThrow(`the database ${path} is not a database`);
});
