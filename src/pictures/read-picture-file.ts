import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize, sep } from 'node:path';

/** Bytes: no picture of a newsletter is larger. */
const mostBytes = 50_000_000;

/** What lies where an issue says that a picture is. */
export type PictureFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** `others`: the names of the files in that folder. */
  | { readonly kind: 'missing'; readonly others: readonly string[] }
  /** Beyond the issues' folder, hidden in it, or behind a link: never read. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'large' };

/**
 * Reads a picture. Nothing outside the folder of the issues is read, no link is followed, and no hidden file.
 *
 * @param path within `folder`, with forward slashes
 */
export function readPictureFile(folder: string, path: string): PictureFile {
  const within = normalize(path);
  const names = within.split(sep);
  if (isAbsolute(within) || within.includes('\0') || names.some((name) => name.startsWith('.')))
    return { kind: 'outside' };
  try {
    const parts = names.map((_, index) => join(folder, ...names.slice(0, index + 1)));
    if (parts.some((part) => lstatSync(part).isSymbolicLink())) return { kind: 'outside' };
    const file = join(folder, within);
    // A file system that knows no capitals finds it all the same; that of the next machine may not.
    if (!namesIn(dirname(file)).includes(basename(file))) return missing(file);
    const status = lstatSync(file);
    if (!status.isFile()) return missing(file);
    return status.size > mostBytes ? { kind: 'large' } : { kind: 'file', bytes: readFileSync(file) };
  } catch {
    return missing(join(folder, within));
  }
}

function missing(file: string): PictureFile {
  return { kind: 'missing', others: namesIn(dirname(file)) };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
