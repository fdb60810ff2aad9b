import { randomUUID } from 'node:crypto';
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import {
  foldersOf,
  formatManifest,
  isHidden,
  isSitePath,
  manifestFile,
  parseManifest,
  temporaryFile,
} from './site-files.ts';
import { describeWriteFault, errorCode, SiteWriteError } from './site-write-error.ts';

/** Text, or the bytes of a picture, by path below the output folder. */
export type SiteContent = ReadonlyMap<string, string | Uint8Array>;

/** More would only wait for each other. */
const mostAtOnce = 16;

/** Absolute paths. */
export interface SiteFolders {
  /** Where the site goes; made when it is not there. */
  readonly output: string;
  readonly workspace: string;
  /** Folders whose files are private, or the author's: the site goes into none of them. */
  readonly forbidden: readonly string[];
}

/** How many files of the site were written, were there already, and were removed as no longer planned. */
export interface SiteWritten {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Makes the output folder hold what is planned and nothing else. Every file is there whole or not at all, at any
 * moment; files that are not ours are never touched, and where there are some, nothing is.
 *
 * @throws SiteWriteError when the folder holds the workspace or foreign files, or cannot be written to.
 */
export async function writeSite(
  plan: SiteContent,
  { output, workspace, forbidden }: SiteFolders,
): Promise<SiteWritten> {
  const strange = [...plan.keys()].find((path) => !isSitePath(path));
  if (strange !== undefined) throw new Error(`planned outside of the site: ${strange}`);
  try {
    const folder = await resolveLinks(output);
    refuseWorkspace(folder, await resolveLinks(workspace));
    refuseForbidden(folder, await Promise.all(forbidden.map(resolveLinks)));
    return await applyPlan(plan, folder);
  } catch (error) {
    throw describeWriteFault(error, output);
  }
}

/** Where a path really leads, also when its last parts are not there yet. */
async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await resolveLinks(dirname(path)), basename(path));
  }
}

function refuseWorkspace(folder: string, workspace: string): void {
  if (`${workspace}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)) {
    throw new SiteWriteError(`the site cannot go to ${folder}: the workspace is in it`, {
      hint: 'name a folder of its own, such as public, with --out',
    });
  }
}

/** What stands in the site's folder is public. */
function refuseForbidden(folder: string, forbidden: readonly string[]): void {
  if (!forbidden.some((own) => `${folder}${sep}`.startsWith(`${own}${sep}`))) return;
  throw new SiteWriteError(`the site cannot go to ${folder}`, {
    hint: 'name a folder of its own, such as public, with --out',
  });
}

/** Lists in the manifest before it writes, and strikes off after it removes: a crash leaves nothing unaccounted for. */
async function applyPlan(plan: SiteContent, folder: string): Promise<SiteWritten> {
  await makeFolder(folder);
  const before = await readManifest(folder);
  await clearFolder(folder, before);
  await placeFile(folder, manifestFile, formatManifest(new Set([...before, ...plan.keys()])));
  const written = await placeFiles(folder, plan);
  let removed = 0;
  for (const path of before) if (!plan.has(path) && (await removeFile(folder, path))) removed += 1;
  await placeFile(folder, manifestFile, formatManifest(plan.keys()));
  return { written, unchanged: plan.size - written, removed };
}

async function readManifest(folder: string): Promise<string[]> {
  return parseManifest((await readBytes(join(folder, manifestFile)))?.toString() ?? '');
}

/** Refuses foreign files, links among them; removes what an earlier run left half done. */
async function clearFolder(folder: string, ours: readonly string[]): Promise<void> {
  const known = new Set(ours);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (temporaryFile.test(path)) await rm(join(folder, path), { force: true });
    if (isHidden(path) || entry.isDirectory() || (entry.isFile() && known.has(path))) continue;
    throw new SiteWriteError(`the site cannot go to ${folder}: ${path} in it is not of the site`, {
      hint: 'move that file away, or name an empty folder with --out',
    });
  }
}

/**
 * Says how many it had to write. Several are on their way at a time, since each waits for the disk: none may be put in
 * its place before its bytes are safe there, or a power cut would leave it empty under its name. In which order they get
 * there does not matter, as the manifest has them all. Where one fails, no other is still being written afterwards.
 */
async function placeFiles(folder: string, plan: SiteContent): Promise<number> {
  const waiting = [...plan];
  let written = 0;
  const placeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (await placeFile(folder, ...next)) written += 1;
    }
  };
  const lanes = Array.from({ length: mostAtOnce }, () =>
    placeNext().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return written;
}

/** Says whether it had to write. What is in place is exchanged in one step, by a rename. */
async function placeFile(folder: string, path: string, content: string | Uint8Array): Promise<boolean> {
  const file = join(folder, path);
  if (await holds(file, content)) return false;
  for (const parent of foldersOf(path).reverse()) await makeFolder(join(folder, parent));
  const temporary = join(folder, `.pennypost-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', flush: true });
    await chmod(temporary, 0o644);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}

/** A folder that we make is open to the web server, whatever the umask; one that is there stays as it is. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o755);
}

/** Says whether it was there. Folders that it leaves empty go with it. */
async function removeFile(folder: string, path: string): Promise<boolean> {
  const wasThere = await attempt(unlink(join(folder, path)), ['ENOENT']);
  for (const parent of foldersOf(path)) await attempt(rmdir(join(folder, parent)), ['ENOENT', 'ENOTEMPTY']);
  return wasThere;
}

/** Says whether it succeeded; only these failures do not matter. */
async function attempt(work: Promise<void>, unless: readonly string[]): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (unless.includes(errorCode(error))) return false;
    throw error;
  }
}

async function holds(file: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = await readBytes(file);
  return bytes?.equals(typeof content === 'string' ? Buffer.from(content) : content) === true;
}

async function readBytes(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
