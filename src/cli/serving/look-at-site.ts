import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../workspace/workspace.ts';
import { sourcePaths } from '../source-paths.ts';

/** What somebody should know of the site before it is served, for people; nothing when it is there and up to date. */
export function findSiteNotice(workspace: Workspace): string | undefined {
  const { site, builds } = workspace.paths;
  const built = newest([join(site, 'index.html')]);
  if (built === 0)
    return 'the site is not built yet, so only the forms are served\n  hint: penny build makes it, also while this runs';
  if (newest(sourcePaths(workspace)) <= Math.max(built, newest([site, builds]))) return undefined;
  return 'the site is older than the newsletter: it is served as it was built\n  hint: penny build renews it, also while this runs';
}

/** When any of these, or what is in them, was last changed, in milliseconds since 1970; 0 when nothing is there. */
function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0),
    ...paths.flatMap(below),
  );
}

function below(path: string): number[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(
    (name) => statSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
}
