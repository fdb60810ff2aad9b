import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './database-error.ts';
import { inTransaction } from './in-transaction.ts';
import { start } from './migrations/0001-start.ts';
import { steering } from './migrations/0002-steering.ts';
import { inbox } from './migrations/0003-inbox.ts';
import { signUps } from './migrations/0004-sign-ups.ts';
import { story } from './migrations/0005-story.ts';
import { addresses } from './migrations/0006-addresses.ts';
import { integerOf } from './read-row.ts';
import { withoutForeignKeys } from './without-foreign-keys.ts';

/** The steps to the present schema, in order: number 1 first. A step that was released never changes. */
const migrations: readonly string[] = [start, steering, inbox, signUps, story, addresses];

/**
 * Looks before anything is touched.
 *
 * @throws {DatabaseError} When the tables are another program's, or a newer version of ours.
 */
export function refuseUnknownSchema(database: DatabaseSync, path: string): void {
  const version = readVersion(database);
  if (version === 'foreign') {
    throw new DatabaseError(`the database ${path} belongs to another program`, {
      hint: 'set PENNY_DATABASE to another path',
    });
  }
  if (version > migrations.length) {
    throw new DatabaseError(`the database ${path} was written by a newer version of penny`, {
      hint: 'update penny; nothing was changed',
    });
  }
}

/** Whether nothing was ever written to it. */
export function isUnused(database: DatabaseSync): boolean {
  return readVersion(database) === 0;
}

/**
 * Brings an empty or older database up to the present schema; two processes may do so at the same time. A step may make a table
 * anew: with its foreign keys, what belongs to the old one would go with it.
 */
export function migrate(database: DatabaseSync): void {
  if (readVersion(database) === migrations.length) return;
  // SQLite's own randomblob() is not made for secrets.
  database.function('secure_random', (count) => randomBytes(Number(count)));
  database.exec('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
  const record = database.prepare(
    `INSERT INTO migration (number, at) VALUES (?, strftime('%FT%TZ')) ON CONFLICT DO NOTHING`,
  );
  withoutForeignKeys(database, () => {
    for (const [index, sql] of migrations.entries()) {
      inTransaction(database, () => {
        // The record comes first: whoever cannot write it knows that another process made this step.
        if (record.run(index + 1).changes === 1) database.exec(sql);
      });
    }
  });
}

/** The number of the last step that was made. */
function readVersion(database: DatabaseSync): number | 'foreign' {
  const schema = database
    .prepare(
      `SELECT count(*) AS tables, count(*) FILTER (WHERE name = 'migration') AS ours FROM sqlite_schema`,
    )
    .get();
  if (schema === undefined || integerOf(schema, 'tables') === 0) return 0;
  if (integerOf(schema, 'ours') === 0) return 'foreign';
  const last = database.prepare('SELECT ifnull(max(number), 0) AS number FROM migration').get();
  return last === undefined ? 0 : integerOf(last, 'number');
}
