import { posix } from 'node:path';

/**
 * Where a picture lies within the folder of the issues.
 *
 * @param file of the issue, relative to the workspace: `issues/001.md`
 */
export function pictureWithin(file: string, path: string): string {
  return posix.relative('issues', posix.join(posix.dirname(file), path));
}
