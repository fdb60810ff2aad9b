import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The file that makes a folder a workspace. */
export const settingsFile = 'newsletter.yaml';

/** The nearest folder with `newsletter.yaml`, from `start` upwards; `undefined` when there is none. */
export function findWorkspace(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
