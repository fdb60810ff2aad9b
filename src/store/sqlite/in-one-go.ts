import type { DatabaseSync } from 'node:sqlite';
import { explainFailure } from './explain-failure.ts';
import { isEmptyList } from './fill-list.ts';
import { inTransaction } from './in-transaction.ts';
import { withoutForeignKeys } from './without-foreign-keys.ts';

/**
 * Runs `work` in one transaction. While the list holds nobody, the database does without its write-ahead log for that long,
 * and so writes every page once instead of twice; others cannot read it meanwhile, and where somebody has it open, it
 * keeps the log. A process that dies here leaves a journal from which the next one undoes everything.
 *
 * @throws {DatabaseError} When the file is locked, damaged or not writable.
 */
export function inOneGo<Result>(database: DatabaseSync, work: () => Result): Result {
  if (!holdsNobody(database)) return inTransaction(database, work);
  tryJournal(database, 'DELETE');
  try {
    return withoutForeignKeys(database, () => inTransaction(database, work));
  } finally {
    tryJournal(database, 'WAL');
  }
}

function holdsNobody(database: DatabaseSync): boolean {
  try {
    return isEmptyList(database);
  } catch (error) {
    throw explainFailure(error, database.location());
  }
}

/** What cannot be changed stays as it is: what is wrong with the file, the work itself will meet, and opening sets the log. */
function tryJournal(database: DatabaseSync, mode: 'DELETE' | 'WAL'): void {
  try {
    database.exec(`PRAGMA main.journal_mode = ${mode}`);
  } catch {}
}
