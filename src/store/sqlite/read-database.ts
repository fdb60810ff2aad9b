import { DatabaseSync } from 'node:sqlite';
import { explainFailure } from './explain-failure.ts';
import { isUnused, refuseUnknownSchema } from './migrate.ts';
import { usualPatience } from './open-database.ts';

/**
 * Runs `read` on the database at `path`, which stays as it is: neither made, nor brought up to date, nor written to.
 * SQLite may leave its index of the log, and an empty log, beside it; what another process was writing when it died is
 * undone.
 *
 * @returns What `read` returns; undefined when the file is there and nothing was written to it yet.
 * @throws {DatabaseError} When it is missing, damaged, not ours, or of a newer version.
 */
export function readDatabase<Result>(
  path: string,
  read: (database: DatabaseSync) => Result,
): Result | undefined {
  try {
    using database = openToRead(path);
    refuseUnknownSchema(database, path);
    return isUnused(database) ? undefined : read(database);
  } catch (error) {
    throw explainFailure(error, path);
  }
}

function openToRead(path: string): DatabaseSync {
  const open = (): DatabaseSync => new DatabaseSync(path, { readOnly: true, timeout: usualPatience });
  const database = open();
  try {
    look(database);
    return database;
  } catch (error) {
    database.close();
    if (!isHalfWritten(error)) throw error;
  }
  using writable = new DatabaseSync(path, { timeout: usualPatience });
  look(writable);
  return open();
}

/** SQLite opens a file when it is first read. */
function look(database: DatabaseSync): void {
  database.prepare('SELECT 1 FROM sqlite_schema').get();
}

/** SQLITE_READONLY_ROLLBACK, https://www.sqlite.org/rescode.html#readonly_rollback */
function isHalfWritten(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 776;
}
