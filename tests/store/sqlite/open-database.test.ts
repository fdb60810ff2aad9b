import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { DatabaseError } from '../../../src/store/sqlite/database-error.ts';
import { inTransaction } from '../../../src/store/sqlite/in-transaction.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';
import { inFolder } from './samples.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

function failureOf(work: () => unknown): DatabaseError {
  try {
    work();
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

it('keeps the database and its logs from other users', () => {
  inFolder((folder) => {
    const path = join(folder, '.penny', 'penny.db');
    const database = openDatabase(path);
    database.exec(`INSERT INTO suppression VALUES ('ann@example.com', 'bounced', 0)`);
    expect(modeOf(dirname(path))).toBe('700');
    expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
    database.close();
  });
});

it('closes a database that others could read, and leaves a folder alone that was there before', () => {
  inFolder((folder) => {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o755);
    const path = join(shared, 'penny.db');
    openDatabase(path).close();
    chmodSync(path, 0o644);
    openDatabase(path).close();
    expect([modeOf(path), modeOf(shared)]).toEqual(['600', '755']);
  });
});

it('writes ahead, waits for the disk, checks references and wipes what it deletes', () => {
  inFolder((folder) => {
    const database = openDatabase(join(folder, 'penny.db'));
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map(pragma),
    ).toEqual(['wal', 2, 1, 1, 5_000]);
    database.close();
  });
});

it('makes the secret once: opening again keeps it, and another database has another', () => {
  inFolder((folder) => {
    const secretOf = (name: string) => {
      const database = openDatabase(join(folder, name));
      const value = database.prepare(`SELECT hex(value) AS value FROM meta WHERE key = 'secret'`).get()?.[
        'value'
      ];
      database.close();
      return value;
    };
    expect(secretOf('one.db')).toMatch(/^[0-9A-F]{64}$/);
    expect(secretOf('one.db')).toBe(secretOf('one.db'));
    expect(secretOf('one.db')).not.toBe(secretOf('two.db'));
  });
});

it('refuses a database of a newer version and changes nothing in it', () => {
  inFolder((folder) => {
    const path = join(folder, 'penny.db');
    const database = openDatabase(path);
    database.exec(`INSERT INTO migration VALUES (99, '2030-01-01T00:00:00Z')`);
    database.close();
    const before = readFileSync(path);
    const failure = failureOf(() => openDatabase(path));
    expect(failure.message).toBe(`the database ${path} was written by a newer version of penny`);
    expect(failure.hint).toContain('update penny');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

it('refuses the database of another program and changes nothing in it', () => {
  inFolder((folder) => {
    const path = join(folder, 'other.db');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(failureOf(() => openDatabase(path)).message).toBe(
      `the database ${path} belongs to another program`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

it('says that a text file is not a database, and keeps it', () => {
  inFolder((folder) => {
    const path = join(folder, 'penny.db');
    const text = 'Dear diary, '.repeat(100);
    writeFileSync(path, text);
    expect(failureOf(() => openDatabase(path)).message).toBe(`the database ${path} is not a database`);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

it('says that a database with a broken schema is damaged', () => {
  inFolder((folder) => {
    const path = join(folder, 'penny.db');
    openDatabase(path).close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4_096);
    writeFileSync(path, bytes);
    expect(failureOf(() => openDatabase(path)).message).toBe(`the database ${path} is damaged`);
  });
});

it('says that a path below a file, or a folder in the place of the file, cannot be written', () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'file'), '');
    for (const path of [join(folder, 'file', 'penny.db'), folder]) {
      const failure = failureOf(() => openDatabase(path));
      expect(failure.message).toBe(`the database ${path} cannot be opened for writing`);
      expect(failure.hint).not.toBe('');
    }
  });
});

it('says that another program holds the lock, and keeps the cause', () => {
  inFolder((folder) => {
    const path = join(folder, 'penny.db');
    const first = openDatabase(path);
    const second = new DatabaseSync(path, { timeout: 0 });
    first.exec('BEGIN IMMEDIATE');
    const failure = failureOf(() => inTransaction(second, () => undefined));
    expect(failure.message).toBe(`the database ${path} is locked by another program`);
    expect(failure.cause).toMatchObject({ errcode: 5 });
    first.close();
    second.close();
  });
});

it('undoes a transaction that throws, passes its error on, and can begin another', () => {
  const database = openDatabase(':memory:');
  const suppress = database.prepare(`INSERT INTO suppression VALUES (?, 'bounced', 0)`);
  const fault = new Error('no');
  expect(() =>
    inTransaction(database, () => {
      suppress.run('ann@example.com');
      throw fault;
    }),
  ).toThrow(fault);
  inTransaction(database, () => suppress.run('bob@example.com'));
  expect(database.prepare('SELECT canonical FROM suppression').all()).toEqual([
    { canonical: 'bob@example.com' },
  ]);
});
