import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkspaceError } from './workspace-error.ts';

/** The package's own templates: beside `src/` and `dist/`. */
const packageFolder = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Templates and styles by their paths within `templates/`, such as `email/layout.hbs`. */
export interface LoadedTemplates {
  /** Those of the workspace's own `templates/` folder. */
  readonly own: ReadonlyMap<string, string>;
  /** All there are: an own one stands in for the package's of the same name. */
  readonly all: ReadonlyMap<string, string>;
}

/** Reads the templates of the package and those of a workspace. */
export function loadTemplates(workspaceFolder: string): LoadedTemplates {
  const own = readFolder(workspaceFolder).filter(([path]) => overridable.test(path));
  return { own: new Map(own), all: new Map([...readFolder(packageFolder), ...own]) };
}

/** The preview's page is the tool's own. */
const overridable = /^(email|web|text)\//;

function readFolder(folder: string): [string, string][] {
  return listFiles(folder).map((path) => [
    path.replaceAll('\\', '/'),
    readFileSync(join(folder, path), 'utf8'),
  ]);
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /^[^.].*\.(hbs|css|html|js)$/.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new WorkspaceError(`the folder ${folder} cannot be read`, {
      hint: 'see that it is a folder and that you may read it',
      cause,
    });
  }
}
