import { join } from 'node:path';
import { settingsFile } from '../workspace/find-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Everything that an author writes, and that what is found or shown depends on. */
export function sourcePaths({ folder, paths, settings }: Workspace): readonly string[] {
  const { logo } = settings.theme;
  const files = [settingsFile, logo?.src, logo?.dark].flatMap((file) => file ?? []);
  return [paths.issues, paths.templates, paths.neverNames, ...files.map((file) => join(folder, file))];
}
