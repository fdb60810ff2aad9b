import { DatabaseError } from './database-error.ts';

interface Explanation {
  readonly problem: string;
  readonly hint: string;
}

const locked: Explanation = {
  problem: 'is locked by another program',
  hint: 'wait until it is done, or close the program that has the file open, and try again',
};
const damaged: Explanation = {
  problem: 'is damaged',
  hint: 'put a backup in its place; keep the damaged file, it may say who was mailed',
};
const foreign: Explanation = {
  problem: 'is not a database',
  hint: 'set PENNY_DATABASE to another path, or move the file away',
};
const unwritable: Explanation = {
  problem: 'cannot be opened for writing',
  hint: 'check that its folder exists and that you may write the file and the folder',
};
const unstorable: Explanation = {
  problem: 'could not be written: the disk failed',
  hint: 'check the disk, and keep the database on a local one, not on a network share',
};
const full: Explanation = {
  problem: 'could not be written: the disk is full',
  hint: 'free some space and try again',
};

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html); the extended ones keep them in their low byte. */
const bySqliteCode: ReadonlyMap<number, Explanation> = new Map([
  [3, unwritable], // SQLITE_PERM
  [5, locked], // SQLITE_BUSY
  [6, locked], // SQLITE_LOCKED
  [8, unwritable], // SQLITE_READONLY
  [10, unstorable], // SQLITE_IOERR
  [11, damaged], // SQLITE_CORRUPT
  [13, full], // SQLITE_FULL
  [14, unwritable], // SQLITE_CANTOPEN
  [26, foreign], // SQLITE_NOTADB
]);

const bySystemCode: ReadonlyMap<string, Explanation> = new Map([
  ...['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'].map(
    (code) => [code, unwritable] as const,
  ),
  ['EIO', unstorable],
  ['ENOSPC', full],
  ['EDQUOT', full],
]);

/**
 * What to throw in place of `error`: a DatabaseError for what can happen to any file on any disk, and the error
 * itself for everything else, which is ours.
 *
 * @param path The database's file, for the message; null when it is in memory.
 */
export function explainFailure(error: unknown, path: string | null): unknown {
  const explanation = error instanceof Error ? lookUp(error) : undefined;
  if (explanation === undefined) return error;
  return new DatabaseError(`the database ${path ?? 'in memory'} ${explanation.problem}`, {
    hint: explanation.hint,
    cause: error,
  });
}

function lookUp(error: Error): Explanation | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') return bySqliteCode.get(error.errcode & 0xff);
  if ('code' in error && typeof error.code === 'string') return bySystemCode.get(error.code);
  return undefined;
}
