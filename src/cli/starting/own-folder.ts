import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where this user's compiled code is kept; undefined where it cannot be. */
export function folderForCompiled(): string | undefined {
  return ownFolder(tmpdir(), process.getuid?.());
}

/**
 * A folder in a shared one that is this user's alone, made when it is not there; undefined when there can be none.
 * What was compiled is run as it lies there: in a folder that somebody else has made, under a name that they can guess,
 * it would be their code in our hands.
 *
 * @param user the number of the user; absent on Windows, where the folder for temporary files is the user's own
 */
export function ownFolder(shared: string, user: number | undefined): string | undefined {
  const folder = join(shared, user === undefined ? 'pennypost-compiled' : `pennypost-compiled-${user}`);
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    const found = lstatSync(folder);
    if (!found.isDirectory()) return undefined;
    return user === undefined || (found.uid === user && (found.mode & 0o077) === 0) ? folder : undefined;
  } catch {
    return undefined;
  }
}
