import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type CommandContext, UsageError } from './command.ts';

/**
 * A file that somebody named, or standard input for `-`.
 *
 * @throws UsageError when it cannot be read.
 */
export async function readInput(name: string, { folder, terminal }: CommandContext): Promise<Uint8Array> {
  if (name === '-') return buffer(terminal.input);
  try {
    return await readFile(resolve(folder, name));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new UsageError(
      `${name} ${missing ? 'is not there' : 'cannot be read'}`,
      'see that the name is right and that you may read it',
    );
  }
}
