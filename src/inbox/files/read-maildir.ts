import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mostMailBytes } from '../mime/read-mail.ts';
import type { FoundMail } from '../sort-mail.ts';

/** The folders of a Maildir that hold messages; what lies in tmp/ is not there yet. */
const folders = ['new', 'cur'];

/** Whether a folder is a Maildir. */
export function isMaildir(path: string): boolean {
  return folders.every(
    (name) => statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory() === true,
  );
}

/**
 * The messages of a Maildir, which stays as it is. One that its owner moved or deleted meanwhile is passed over.
 *
 * @param name for people
 */
export function* readMaildir(path: string, name: string): Generator<FoundMail> {
  for (const folder of folders) {
    for (const file of readdirSync(join(path, folder)).sort()) {
      const message = readMessage(join(path, folder, file), `${name}/${folder}/${file}`);
      if (message !== undefined) yield message;
    }
  }
}

function readMessage(path: string, source: string): FoundMail | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return undefined;
  if (found.size > mostMailBytes) return { source };
  try {
    return { source, bytes: readFileSync(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' ? undefined : { source, problem: `it cannot be read (${code})` };
  }
}
