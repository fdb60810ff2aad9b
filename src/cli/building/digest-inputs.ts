import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPictureFile } from '../../pictures/read-picture-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { codeFolder } from '../code-folder.ts';

/** Digests of what a build depends on. They tell nothing of any of it. */
export interface InputDigests {
  /** Of what is the same for every issue: the tool itself, the settings, the templates, the never-name list. */
  readonly surroundings: string;
  /** Of everything: the issues with their pictures, what was sent, the day and the place, too. */
  readonly all: string;
}

export function digestInputs(
  workspace: Workspace,
  { output, today }: { readonly output: string; readonly today: string },
): InputDigests {
  const surroundings = digestSurroundings(workspace);
  const { paths } = workspace;
  const digest = createHash('sha256');
  digest.update(JSON.stringify([surroundings, output, today]));
  for (const file of [paths.database, `${paths.database}-wal`]) digest.update(identityOf(file));
  for (const { path, isFile } of entriesOf(paths.issues)) {
    digest.update(`\0${path}\0`);
    if (isFile) digest.update(bytesOf(path));
  }
  return { surroundings, all: digest.digest('base64url') };
}

/** The tool counts by what is in its files: those of a package all bear one day, whatever version it is. */
function digestSurroundings(workspace: Workspace): string {
  const { settings, settingsSource, ruleSettings, neverNames, templates, strangeTemplates } = workspace;
  const { folder, paths } = workspace;
  const digest = createHash('sha256');
  const settled = [settings, settingsSource, ruleSettings, neverNames, [...templates], strangeTemplates];
  digest.update(JSON.stringify([process.version, paths, settled]));
  for (const file of codeFiles()) digest.update(`\0${file}\0`).update(readFileSync(file));
  const { logo } = settings.theme;
  for (const file of [logo?.src, logo?.dark]) {
    const found = file === undefined ? undefined : readPictureFile(folder, file);
    digest.update(found?.kind === 'file' ? found.bytes : `\0${found?.kind}`);
  }
  return digest.digest('base64url');
}

/** The tool's own files, without the maps that lead from a bundle to what it was made of. */
function codeFiles(): readonly string[] {
  const files = entriesOf(codeFolder).map(({ path }) => path);
  return files.filter((path) => !path.endsWith('.map'));
}

/** Everything below a folder but the folders, by path. */
function entriesOf(folder: string): readonly { readonly path: string; readonly isFile: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** What cannot be read, or is larger than anything that is published, is found by whoever needs it. */
function bytesOf(file: string): Uint8Array | string {
  try {
    return statSync(file).size > mostBytes ? identityOf(file) : readFileSync(file);
  } catch {
    return identityOf(file);
  }
}

const mostBytes = 50_000_000;

/** Changes whenever a file does, at the price of a look at its folder. */
function identityOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return `\0${file}\0${status === undefined ? '' : `${status.size} ${status.mtimeMs}`}`;
}
