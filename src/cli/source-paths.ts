import { join } from 'node:path';
import { settingsFile } from '../workspace/find-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Everything that an author writes, and that what is found or shown depends on. */
export function sourcePaths({ folder, paths }: Workspace): readonly string[] {
  return [paths.issues, paths.templates, paths.neverNames, join(folder, settingsFile)];
}
