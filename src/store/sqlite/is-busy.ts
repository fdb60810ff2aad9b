import { DatabaseError } from './database-error.ts';

/** https://www.sqlite.org/rescode.html#busy and #locked; the extended codes keep them in their low byte. */
const held: readonly number[] = [5, 6];

/** Whether SQLite threw it because another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && held.includes(error.errcode & 0xff);
}

/** The same of what `explainFailure` made of it. */
export function isLocked(error: unknown): boolean {
  return error instanceof DatabaseError && isBusy(error.cause);
}
