import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './command.ts';

/**
 * Writes a file that is not there yet, and the folders above it.
 *
 * @throws UsageError when there is something of that name, or it cannot be written
 */
export function writeNewFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(
      `${path} ${isThere ? 'is there already' : 'cannot be written'}`,
      isThere ? 'move it away, or choose another name' : 'see that you may write there',
      { cause },
    );
  }
}
