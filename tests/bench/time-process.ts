import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The command as it is published: `npm run prepare` builds it. */
export const builtPenny = resolve('dist/cli/main.js');

/**
 * Runs Node with these words in a folder, and returns how long the whole process took, in milliseconds.
 *
 * @throws Error with what the process said, when it ends with anything but 0: a failure is no measurement.
 */
export function timeProcess(words: readonly string[], folder: string): number {
  const started = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const milliseconds = performance.now() - started;
  if (status === 0) return milliseconds;
  throw new Error(`node ${words.join(' ')} ended with ${status}\n${stderr}`, { cause: error });
}
