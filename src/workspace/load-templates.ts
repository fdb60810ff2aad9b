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
  const [own, strange] = partition(listFiles(workspaceFolder), (path) => overridable.test(path));
  const ownTexts = readFiles(workspaceFolder, own);
  const builtIn = new Map(
    readFiles(
      packageFolder,
      listFiles(packageFolder).filter((path) => readable.test(path)),
    ),
  );
  return {
    own: new Map(ownTexts),
    builtIn,
    all: new Map([...builtIn, ...ownTexts]),
    // The package's own folder is one of a workspace, too: this repository's.
    strange: strange.filter(
      (path) => !builtIn.has(path) || builtIn.get(path) !== readText(workspaceFolder, path),
    ),
  };
}

const readable = /\.(?:hbs|css|html|js)$/;
/** The preview's page is the tool's own. */
const overridable = /^(?:email|web|text)\/[^/]+\.(?:hbs|css)$/;

function partition(paths: readonly string[], test: (path: string) => boolean): [string[], string[]] {
  return [paths.filter(test), paths.filter((path) => !test(path))];
}

function readFiles(folder: string, paths: readonly string[]): [string, string][] {
  return paths.map((path) => [path, readText(folder, path)]);
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
