import { dirname } from 'node:path/posix';

/** In the output folder: which files of it are ours, one path a line. */
export const manifestFile = '.pennypost';

/** A file on its way to its place, after whatever stops us in the middle. */
export const temporaryFile = /^\.pennypost-[\w-]+\.tmp$/;

/**
 * Whether a path leads to a place within the output folder that a site may use: relative, with forward slashes, no
 * step up, nothing hidden, nothing that another system would read as a drive.
 */
export function isSitePath(path: string): boolean {
  return path.split('/').every((name) => name !== '' && !name.startsWith('.') && !/[\\:\p{Cc}]/u.test(name));
}

/** Hidden files are no part of a site: `.git`, `.nojekyll`, what file managers leave behind. */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}

export function formatManifest(paths: Iterable<string>): string {
  return [...paths]
    .sort()
    .map((path) => `${path}\n`)
    .join('');
}

/** Only paths of a site: whatever else has come into the file is not ours, and never touched. */
export function parseManifest(text: string): string[] {
  return text.split('\n').filter(isSitePath);
}

/** The folders that a file lies in, innermost first, without the output folder itself. */
export function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
