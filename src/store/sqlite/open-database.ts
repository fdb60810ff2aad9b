import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './database-error.ts';
import { explainFailure } from './explain-failure.ts';
import { isBusy } from './is-busy.ts';
import { makePrivate } from './make-private.ts';
import { migrate, refuseUnknownSchema } from './migrate.ts';

const inMemory = ':memory:';

/** Milliseconds that a statement waits for another process that writes, unless told. */
export const usualPatience = 5_000;

const millisecondsBetweenTries = 5;

/**
 * Opens the database at `path`, made if there is none, with the schema of this program.
 *
 * @param path A file's path, or `:memory:` for a database that ends with its connection.
 * @param patience Milliseconds to wait for another process that writes, such as a long import.
 * @throws {DatabaseError} When it is locked, damaged, not writable, not ours, or of a newer version.
 */
export function openDatabase(path: string, { patience = usualPatience } = {}): DatabaseSync {
  try {
    if (path !== inMemory) makePrivate(path);
    const database = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
    try {
      refuseUnknownSchema(database, path);
      configure(database, path, patience);
      migrate(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw explainFailure(error, path);
  }
}

function configure(database: DatabaseSync, path: string, patience: number): void {
  if (keepWriteAheadLog(database, patience) !== 'wal' && path !== inMemory) {
    throw new DatabaseError(`the disk of the database ${path} cannot keep a write-ahead log`, {
      hint: 'set PENNY_DATABASE to a path on a local disk',
    });
  }
  // In WAL mode anything less than FULL may lose the last commits with the power: people would be mailed twice.
  database.exec('PRAGMA synchronous = FULL');
  // Whoever asked to be forgotten is gone from the file, too, not only from the tables.
  database.exec('PRAGMA secure_delete = ON');
}

/**
 * Turns a new file to the write-ahead log. Of two who do so at the same moment SQLite refuses one at once, whatever its
 * timeout, since both hold the lock that the other waits for: so this waits itself, in small steps.
 *
 * @returns The mode that the database is in now.
 */
function keepWriteAheadLog(database: DatabaseSync, patience: number): unknown {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return database.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      pause(millisecondsBetweenTries);
    }
  }
}

/** Stops this thread, as SQLite's own waiting does. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
