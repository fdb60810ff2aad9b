import { closeSync, type Dirent, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Workspace } from '../../workspace/workspace.ts';

/** Files outside of the database, relative to the workspace. */
export interface Traces {
  /** Those that still hold one of the addresses. */
  readonly found: readonly string[];
  /** Of those nobody knows. */
  readonly unread: readonly string[];
}

/**
 * Looks for addresses in messages of the outbox, in lists beside the settings, and in journals of mailings beside the
 * database.
 *
 * @param addresses as typed and in canonical form
 */
export function findTraces({ folder, paths }: Workspace, addresses: readonly string[]): Traces {
  const wanted = addresses.map((address) => foldBytes(Buffer.from(address)));
  const files = new Set([
    ...filesIn(folder),
    ...filesIn(paths.outbox, { recursive: true }),
    ...filesIn(dirname(paths.database)).filter((path) => !isOfDatabase(path, paths.database)),
  ]);
  const piece = Buffer.allocUnsafe(pieceSize);
  const found: string[] = [];
  const unread: string[] = [];
  for (const path of files) {
    const held = holdsOne(path, { wanted, piece });
    if (held !== false) (held === 'unread' ? unread : found).push(relative(folder, path));
  }
  return { found: found.sort(), unread: unread.sort() };
}

/** Bytes that are looked at together: files beside the settings may be larger than memory. */
const pieceSize = 4 * 1024 * 1024;

interface Search {
  readonly wanted: readonly string[];
  /** Takes what is read. */
  readonly piece: Buffer;
}

/** Whether a file holds one of these texts. */
function holdsOne(path: string, { wanted, piece }: Search): boolean | 'unread' {
  const overlap = Math.max(...wanted.map(({ length }) => length)) - 1;
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    let before = '';
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      const text = before + foldBytes(piece.subarray(0, length));
      if (wanted.some((address) => text.includes(address))) return true;
      before = text.slice(-overlap);
    }
    return false;
  } catch {
    // Whoever may not read it, or sees it vanish: the person is told, and nothing that was done is undone for it.
    return 'unread';
  } finally {
    if (file !== undefined) closeSync(file);
  }
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
