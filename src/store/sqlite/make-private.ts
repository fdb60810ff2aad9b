import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Sees to it that nobody but its owner can read the database: the file is born 0600, in a folder born 0700, before
 * SQLite opens it; SQLite gives -wal and -shm the mode of the file that they belong to. A folder that was there
 * before keeps its mode, since PENNY_DATABASE may point into one that others use.
 */
export function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  createFile(path);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) closeToOthers(file);
}

/**
 * Only a file that did not exist is opened here: closing any handle of a file drops all locks that this process
 * holds on it, also those of another open connection (https://www.sqlite.org/howtocorrupt.html §2.2).
 */
function createFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function closeToOthers(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o077) !== 0) chmodSync(path, 0o600);
}
