import type { DatabaseSync } from 'node:sqlite';
import { explainFailure } from './explain-failure.ts';

/**
 * Runs `work` in one transaction that is on disk when this returns. What `work` throws undoes all of it.
 * `BEGIN IMMEDIATE` takes the write lock first: a transaction that starts by reading and writes later can be
 * refused at once when somebody else wrote in between, whatever the busy timeout.
 *
 * @throws {DatabaseError} When the file is locked, damaged or not writable.
 */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after a full disk and its like; a second ROLLBACK would hide the cause.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  } catch (error) {
    throw explainFailure(error, database.location());
  }
}
