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
  /** The package's. */
  readonly builtIn: ReadonlyMap<string, string>;
  /** Files of the workspace's own folder that are no templates: of another kind, or elsewhere in it. */
  readonly strange: readonly string[];
}

/** Reads the templates of the package and those of a workspace. */
export function loadTemplates(workspaceFolder: string): LoadedTemplates {
  const found = listFiles(workspaceFolder);
  const own = readFiles(
    workspaceFolder,
    found.filter((path) => overridable.test(path)),
  );
  const builtIn = readFiles(packageFolder, listFiles(packageFolder));
  // The package's own folder is one of a workspace, too: this repository's.
  const isBuiltIn = (path: string): boolean =>
    builtIn.has(path) && builtIn.get(path) === readText(workspaceFolder, path);
  return {
    own,
    builtIn,
    all: new Map([...builtIn, ...own]),
    strange: found.filter((path) => !own.has(path) && !isBuiltIn(path)),
  };
}

/** The preview's page is the tool's own. */
const overridable = /^(?:email|web|text)\/[^/]+\.(?:hbs|css)$/;

function readFiles(folder: string, paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.map((path) => [path, readText(folder, path)]));
}

function readText(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** With forward slashes; hidden files are what file managers leave behind. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new WorkspaceError(`the folder ${folder} cannot be read`, {
      hint: 'see that it is a folder and that you may read it',
      cause,
    });
  }
}
