import type { DatabaseSync } from 'node:sqlite';

/** Runs `work`, all reads of which see the database as it is now: others may write meanwhile. */
export function inOneView<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    database.exec('COMMIT');
  }
}
