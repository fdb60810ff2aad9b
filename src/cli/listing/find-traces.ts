import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * The files outside of the database that still hold one of these addresses, relative to the workspace: messages in the
 * outbox, lists beside the settings, and journals of mailings beside the database.
 *
 * @param addresses as typed and in canonical form
 */
export function findTraces({ folder, paths }: Workspace, addresses: readonly string[]): readonly string[] {
  const wanted = addresses.map((address) => foldBytes(Buffer.from(address)));
  const holdsOne = (path: string): boolean => {
    const text = foldBytes(readFileSync(path));
    return wanted.some((address) => text.includes(address));
  };
  const files = [
    ...filesIn(folder),
    ...filesIn(paths.outbox, { recursive: true }),
    ...filesIn(dirname(paths.database)).filter((path) => !isOfDatabase(path, paths.database)),
  ];
  return [...new Set(files)]
    .filter(holdsOne)
    .map((path) => relative(folder, path))
    .sort();
}

function filesIn(folder: string, { recursive = false } = {}): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry: Dirent) => join(entry.parentPath, entry.name));
}

/** https://www.sqlite.org/tempfiles.html: they are written anew by themselves. */
function isOfDatabase(path: string, database: string): boolean {
  return [database, `${database}-wal`, `${database}-shm`].includes(path);
}

/** Lower case, byte for byte: what an address is made of beyond ASCII is the same on both sides. */
function foldBytes(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}
