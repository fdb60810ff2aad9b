import { lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Has Node keep what it compiles for the next start, https://nodejs.org/api/module.html#module-compile-cache, in a
 * folder that nobody else can write to; where there is none, it compiles again. NODE_COMPILE_CACHE names another folder,
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
export function keepCompiled(): void {
  const folder = ownFolder(tmpdir(), process.getuid?.());
  if (folder !== undefined) enableCompileCache(folder);
}

/**
 * A folder in a shared one that is this user's alone, made when it is not there; undefined when there can be none.
 * Node runs what lies in its cache: one that somebody else has made, under the name that Node itself would take, would
 * be their code in our hands.
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
