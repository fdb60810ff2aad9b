import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` with nobody looking whether a row belongs to another one. SQLite heeds that only outside of a
 * transaction: https://www.sqlite.org/pragma.html#pragma_foreign_keys
 */
export function withoutForeignKeys<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('PRAGMA foreign_keys = OFF');
  try {
    return work();
  } finally {
    database.exec('PRAGMA foreign_keys = ON');
  }
}
