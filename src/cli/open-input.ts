import { type FileHandle, open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type CommandContext, UsageError } from './command.ts';

/**
 * A file that somebody named, or standard input for `-`, as a stream of bytes.
 *
 * @throws UsageError when it cannot be opened.
 */
export async function openInput(name: string, { folder, terminal }: CommandContext): Promise<Readable> {
  if (name === '-') return terminal.input;
  const file = await openFile(resolve(folder, name), name);
  if (!(await file.stat()).isDirectory()) return file.createReadStream();
  await file.close();
  throw new UsageError(`${name} is a folder`, 'name a file in it');
}

/** Where people come from who are read from it: what their consent names as its source. */
export function sourceOfInput(name: string): string {
  return name === '-' ? 'standard input' : basename(name).replaceAll(/\p{Cc}/gu, ' ');
}

async function openFile(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new UsageError(
      `${name} ${missing ? 'is not there' : 'cannot be read'}`,
      'see that the name is right and that you may read it',
      { cause },
    );
  }
}
