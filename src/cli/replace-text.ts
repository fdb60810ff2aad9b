import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './command.ts';

/**
 * Writes a new text into a file of the author's, in one step, so that nothing is ever half written. Its permissions
 * stay.
 *
 * @throws UsageError when it cannot be written
 */
export function replaceText(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const { mode } = statSync(path);
    writeFileSync(temporary, text, { flag: 'wx', mode });
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${path} cannot be written`, 'see that you may write there', { cause });
  }
}
