import { readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { integerOf } from './read-row.ts';

/** Tells a database from an older copy that was put in its place. */
export interface CopyMark {
  /** Whether mailings were sent from this place that the database knows nothing of. */
  isOlder(): boolean;
  /** Counts that a mailing is being sent; runs in its transaction. */
  advance(): void;
  /** Writes the count down beside the database, once the transaction is on disk. */
  leave(): void;
}

/**
 * A count that the database keeps, and a small file beside it keeps, too: whoever puts a backup back in the usual ways
 * puts back the database alone. A database in memory has no mark.
 */
export function prepareCopyMark(database: DatabaseSync): CopyMark {
  const path = database.location();
  const read = database.prepare("SELECT value FROM meta WHERE key = 'turn'");
  const write = database.prepare("UPDATE meta SET value = ? WHERE key = 'turn'");
  const inDatabase = (): number => integerOf(read.get() ?? { value: 0 }, 'value');
  const beside = (): number => (path === null ? 0 : readCount(markOf(path)));
  return {
    isOlder: () => beside() > inDatabase(),
    advance: () => void write.run(Math.max(beside(), inDatabase()) + 1),
    leave: () => {
      if (path !== null) writeFileSync(markOf(path), `${inDatabase()}\n`, { mode: 0o600 });
    },
  };
}

function markOf(path: string): string {
  return `${path}-turn`;
}

/** A file that is missing, or was cut off, says nothing. */
function readCount(path: string): number {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
