import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isHidden } from '../../site/site-files.ts';
import { type BuildRecord, digestOf } from './build-record.ts';

/** Whether a folder still holds what the last build put there, to the byte, and nothing else that anybody can see. */
export function holdsBuild(output: string, { files }: BuildRecord): boolean {
  try {
    const found = readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => ({
        path: relative(output, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
        isFile: entry.isFile(),
      }))
      .filter(({ path }) => !isHidden(path));
    return (
      found.length === Object.keys(files).length &&
      // A link may lead to the same bytes today, and elsewhere tomorrow.
      found.every(({ path, isFile }) => isFile && files[path] === digestOf(readFileSync(join(output, path))))
    );
  } catch {
    return false;
  }
}
