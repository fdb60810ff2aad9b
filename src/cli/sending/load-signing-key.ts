import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSigningKey, type SigningKey, type UnusableKey } from '../../delivery/signing/signing-key.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * The key that `dkim:` names, or why it cannot be used; undefined where none is named. A key that others on this machine
 * can read is refused, as ssh does.
 */
export function loadSigningKey({
  folder,
  settings: { dkim },
}: Pick<Workspace, 'folder' | 'settings'>): SigningKey | UnusableKey | undefined {
  if (dkim === undefined) return undefined;
  const pem = readPrivately(resolve(folder, dkim.keyFile), dkim.keyFile);
  const key = typeof pem === 'string' ? readSigningKey(pem, dkim) : pem;
  return 'problem' in key ? { ...key, problem: `dkim.keyFile ${dkim.keyFile} ${key.problem}` } : key;
}

/** More than any key, in bytes: a file that was named by mistake is not read whole. */
const most = 65_536;

/** What is looked at is what is read: the file is opened once. */
function readPrivately(path: string, shown: string): string | UnusableKey {
  let file: number;
  try {
    // A pipe would keep us waiting for somebody to write.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return explainUnread(error);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return explainUnread(undefined);
    const { mode, size } = stats;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      return { problem: 'can be read by others on this machine', hint: `chmod 600 ${shown}` };
    if (size > most) return { problem: 'is not a key', hint: 'see that dkim.keyFile names the right file' };
    return readFileSync(file, 'latin1');
  } catch (error) {
    return explainUnread(error);
  } finally {
    closeSync(file);
  }
}

function explainUnread(error: unknown): UnusableKey {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    return {
      problem: 'is not there',
      hint: 'make it with openssl genrsa -out dkim.pem 2048, or take dkim: out of newsletter.yaml',
    };
  }
  return { problem: 'cannot be read', hint: 'see that it is a file and that you may read it' };
}
