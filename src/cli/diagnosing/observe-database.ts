import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { DatabaseObservation } from '../../doctor/examination.ts';
import { DatabaseError } from '../../store/sqlite/database-error.ts';
import { readDatabase } from '../../store/sqlite/read-database.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The database of a workspace, its files and its disk. Nothing is changed; SQLite may leave an empty log beside it. */
export function observeDatabase({
  folder,
  paths: { database },
}: Pick<Workspace, 'folder' | 'paths'>): DatabaseObservation {
  const exists = existsSync(database);
  const inside = relative(folder, database);
  const path = inside.startsWith('..') ? database : inside;
  const home = nearestFolder(database);
  const openToOthers = exists ? filesOpenToOthers(database).map((file) => join(dirname(path), file)) : [];
  const trouble = findTrouble(database, { exists, home, path });
  return {
    path,
    exists,
    openToOthers,
    ...(trouble === undefined ? {} : { trouble }),
    ...freeOn(home),
  };
}

/** Where a database that is not there yet would be made. */
function nearestFolder(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function findTrouble(
  database: string,
  { exists, home, path }: { readonly exists: boolean; readonly home: string; readonly path: string },
): DatabaseObservation['trouble'] {
  const hint = 'see that the folder and the files in it are yours, or move the database with PENNY_DATABASE';
  try {
    // SQLite makes its log beside it.
    accessSync(home, constants.W_OK);
    if (!exists) return undefined;
    accessSync(database, constants.R_OK | constants.W_OK);
    readDatabase(database, () => {});
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseError) return { problem: error.message, hint: error.hint };
    return { problem: `${path} cannot be written`, hint };
  }
}

/** The database, its log and its journal. */
function filesOpenToOthers(database: string): readonly string[] {
  if (process.platform === 'win32') return [];
  const folder = dirname(database);
  return readdirSync(folder)
    .filter((name) => name.startsWith(basename(database)))
    .filter((name) => ((statSync(join(folder, name), { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0);
}

function freeOn(folder: string): Pick<DatabaseObservation, 'free'> {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return { free: bavail * bsize };
  } catch {
    return {};
  }
}
