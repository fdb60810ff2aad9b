import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/**
 * Changes the text of a file of the author's in one step, so that it is never half written. Its permissions stay, and
 * a file that needs no change is not touched.
 *
 * @param change what it throws is thrown on, and nothing is written
 * @returns the text before and after
 * @throws UsageError when it cannot be read or written
 */
export function changeText(
  path: string,
  change: (text: string) => string,
): { readonly before: string; readonly after: string } {
  const before = reportFailure(path, () => readFileSync(path, 'utf8'));
  const after = change(before);
  if (after !== before) reportFailure(path, () => replaceFile(path, after));
  return { before, after };
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const { mode } = statSync(path);
    writeFileSync(temporary, text, { flag: 'wx', mode });
    // The umask may have taken some of it away.
    chmodSync(temporary, mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function reportFailure<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new UsageError(`${path} cannot be changed`, 'see that it is there and that you may write it', {
      cause,
    });
  }
}
