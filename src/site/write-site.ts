import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, realpath, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
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
 * moment, and the old site stays whole until all of the new one is on the disk; files that are not ours are never
 * touched, and where there are some, nothing is.
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
  const before = readManifest(folder);
  const placed = await clearFolder(folder, before);
  await placeFile(folder, manifestFile, formatManifest(new Set([...before, ...plan.keys()])));
  const written = await placeFiles(folder, { plan, placed });
  let removed = 0;
  for (const path of before) if (!plan.has(path) && (await removeFile(folder, path))) removed += 1;
  await placeFile(folder, manifestFile, formatManifest(plan.keys()));
  return { written, unchanged: plan.size - written, removed };
}

/** Not what only looks like it: a pipe would be waited for without end. */
function readManifest(folder: string): string[] {
  const found = lstatSync(join(folder, manifestFile), { throwIfNoEntry: false });
  if (found?.isFile() === false) refuseForeign(folder, manifestFile);
  return parseManifest(readBytes(join(folder, manifestFile))?.toString() ?? '');
}

/**
 * Refuses foreign files, links among them; removes what an earlier run left half done. Says at which paths something
 * is, be it a folder. Reads all of it at once: see `readBytes`.
 */
async function clearFolder(folder: string, ours: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set(ours);
  const placed = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (temporaryFile.test(path)) await rm(join(folder, path), { force: true });
    if (isHidden(path)) continue;
    placed.add(path);
    if (!entry.isDirectory() && !(entry.isFile() && known.has(path))) refuseForeign(folder, path);
  }
  return placed;
}

function refuseForeign(folder: string, path: string): never {
  throw new SiteWriteError(`the site cannot go to ${folder}: ${path} in it is not of the site`, {
    hint: 'move that file away, or name an empty folder with --out',
  });
}

interface Placing {
  readonly plan: SiteContent;
  /** Of the paths, those at which something is. */
  readonly placed: ReadonlySet<string>;
}

/**
 * Says how many it had to write. All of them are safe on the disk before the first one takes its place: whatever stops
 * us while they are written leaves the old site whole, and the moves that are left take moments.
 */
async function placeFiles(folder: string, { plan, placed }: Placing): Promise<number> {
  const staged: StagedFile[] = [];
  try {
    await severalAtOnce([...plan], async ([path, content]) => {
      if (placed.has(path) && holds(join(folder, path), content)) return;
      staged.push(await stageFile(folder, path, content));
    });
    for (const { temporary, file } of staged) await rename(temporary, file);
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    throw error;
  }
  return staged.length;
}

/** Each waits for the disk. Where one fails, no other is still being worked on afterwards. */
async function severalAtOnce<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const workNext = async (): Promise<void> => {
    for (let next = items.shift(); next !== undefined; next = items.shift()) await work(next);
  };
  const lanes = Array.from({ length: mostAtOnce }, () =>
    workNext().catch((error: unknown) => {
      items.length = 0;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** One file, in its place as soon as it is whole. */
async function placeFile(folder: string, path: string, content: string): Promise<void> {
  if (holds(join(folder, path), content)) return;
  const { temporary, file } = await stageFile(folder, path, content);
  await rename(temporary, file);
}

/** A file that is whole, beside the site, and where it belongs: a rename exchanges it in one step. */
interface StagedFile {
  readonly temporary: string;
  readonly file: string;
}

/** Its bytes are on the disk, not only on their way: a power cut after the rename must not leave an empty file. */
async function stageFile(folder: string, path: string, content: string | Uint8Array): Promise<StagedFile> {
  for (const parent of foldersOf(path).reverse()) await makeFolder(join(folder, parent));
  const temporary = join(folder, `.pennypost-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', flush: true });
    await chmod(temporary, 0o644);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { temporary, file: join(folder, path) };
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

function holds(file: string, content: string | Uint8Array): boolean {
  const bytes = readBytes(file);
  return bytes?.equals(typeof content === 'string' ? Buffer.from(content) : content) === true;
}

/** At once: thousands of small files are read in less time than it takes to wait for each. */
function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
