import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/**
 * Changes the text of a file of the author's in one step, so that it is never half written. Its permissions stay, and
 * a file that needs no change is not touched.
 *
 * @returns the text before and after
 * @throws UsageError when it cannot be read or written
 */
export function changeText(
  path: string,
  change: (text: string) => string,
): { readonly before: string; readonly after: string } {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) return { before, after };
    const { mode } = statSync(path);
    writeFileSync(temporary, after, { flag: 'wx', mode });
    // The umask may have taken some of it away.
    chmodSync(temporary, mode);
    renameSync(temporary, path);
    return { before, after };
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${path} cannot be changed`, 'see that it is there and that you may write it', {
      cause,
    });
  }
}
