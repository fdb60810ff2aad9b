import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * A text that differs when a file has come, gone or been written. Hidden files do not count: editors keep their own
 * notes in them.
 *
 * @param paths files, and folders with all that is in them; they need not be there.
 */
export function fingerprint(paths: readonly string[]): string {
  return paths.flatMap((path) => [path, ...entriesIn(path)].map(describe)).join('\n');
}

/** The folder and every folder in it, however deep; empty when there is no such folder. */
export function foldersIn(path: string): readonly string[] {
  return isFolder(path) ? [path, ...entriesIn(path).filter(isFolder)] : [];
}

function entriesIn(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.split(sep).some((name) => name.startsWith('.')))
    .map((path) => join(folder, path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Of a folder, only that it is there: what changed in it is told of its files. */
function describe(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return '';
  return found.isDirectory() ? path : `${path} ${found.ino} ${found.size} ${found.mtimeMs}`;
}
