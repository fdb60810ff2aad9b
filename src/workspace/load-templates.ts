import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own templates: beside `src/` and `dist/`. */
const packageFolder = fileURLToPath(new URL('../../templates/', import.meta.url));

/**
 * Every template and style by its path within `templates/`, such as `email/layout.hbs`. A file of the workspace's
 * own `templates/` folder stands in for the package's file of the same name.
 */
export function loadTemplates(workspaceFolder: string): ReadonlyMap<string, string> {
  const own = readFolder(workspaceFolder).filter(([path]) => overridable.test(path));
  return new Map([...readFolder(packageFolder), ...own]);
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
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return entries.filter((path) => /\.(hbs|css|html|js)$/.test(path)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
