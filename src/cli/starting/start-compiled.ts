import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompiledFiles } from './compiled-files.ts';
import { ownFolder } from './own-folder.ts';

/**
 * Runs the program that is in a file beside this one, and keeps what was compiled unless it failed: what a failed run
 * has called says little about the next. NODE_DISABLE_COMPILE_CACHE=1 turns that off, as it does for Node's own cache.
 */
export async function startCompiled(programFile: string): Promise<void> {
  const { NODE_DISABLE_COMPILE_CACHE } = process.env;
  const kept = NODE_DISABLE_COMPILE_CACHE === '1' ? undefined : ownFolder(tmpdir(), process.getuid?.());
  const files = new CompiledFiles(dirname(fileURLToPath(import.meta.url)), kept);
  // The bundle is made of that module.
  const { runProcess } = files.load(programFile) as typeof import('../run-process.ts');
  await runProcess((exitCode) => {
    if (exitCode <= 1) files.keep();
  });
}
