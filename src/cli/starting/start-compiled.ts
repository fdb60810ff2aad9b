import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompiledFiles } from './compiled-files.ts';
import { folderForCompiled } from './own-folder.ts';

/** What the bundle is made of. */
type Program = typeof import('./run-process.ts');

/**
 * Runs the program that is in a file beside this one, and keeps what was compiled unless it failed: what a failed run
 * has called says little about the next. NODE_DISABLE_COMPILE_CACHE=1 turns that off, as it does for Node's own cache.
 */
export async function startCompiled(programFile: string): Promise<void> {
  const here = fileURLToPath(import.meta.url);
  if (process.sourceMapsEnabled) {
    // Node reads the maps of what it loads itself, and of nothing else.
    const program: Program = createRequire(here)(`./${programFile}`);
    return program.runProcess();
  }
  const { NODE_DISABLE_COMPILE_CACHE } = process.env;
  const kept = NODE_DISABLE_COMPILE_CACHE === '1' ? undefined : folderForCompiled();
  const files = new CompiledFiles(dirname(here), kept);
  const program = files.load(programFile) as Program;
  return program.runProcess((exitCode) => {
    if (exitCode <= 1) files.keep();
  });
}
