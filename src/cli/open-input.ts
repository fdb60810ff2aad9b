import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type CommandContext, UsageError } from './command.ts';

/**
 * A file that somebody named, or standard input for `-`, as a stream of bytes.
 *
 * @throws UsageError when it cannot be opened.
 */
export async function openInput(name: string, { folder, terminal }: CommandContext): Promise<Readable> {
  if (name === '-') return terminal.input;
  try {
    const file = await open(resolve(folder, name));
    if ((await file.stat()).isDirectory()) throw new UsageError(`${name} is a folder`, 'name a CSV file');
    return file.createReadStream();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new UsageError(
      `${name} ${missing ? 'is not there' : 'cannot be read'}`,
      'see that the name is right and that you may read it',
    );
  }
}
