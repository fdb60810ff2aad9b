import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatReject, formatRejectHeader } from '../audience/csv/rejected-rows.ts';
import type { OnRejected } from '../audience/import-subscribers.ts';
import { UsageError } from './command.ts';

/** A file for the rows that an import does not take. */
export interface RejectsFile {
  readonly add: OnRejected;
  /** Ends it. Without a row in it there is none. */
  close(): void;
  /** Takes it away: nothing was imported. */
  discard(): void;
}

/**
 * Begins a file that nobody else can read: it holds people's data.
 *
 * @throws UsageError when there is one already, which is never written over
 */
export function createRejectsFile(name: string, folder: string): RejectsFile {
  const path = resolve(folder, name);
  const file = openNew(path, name);
  let rows = 0;
  const end = ({ keep }: { readonly keep: boolean }): void => {
    closeSync(file);
    if (!keep) rmSync(path, { force: true });
  };
  return {
    add: (row, titles) => {
      if (rows === 0) writeSync(file, formatRejectHeader(titles));
      writeSync(file, formatReject(row));
      rows += 1;
    },
    close: () => end({ keep: rows > 0 }),
    discard: () => end({ keep: false }),
  };
}

function openNew(path: string, name: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(
      `${name} ${isThere ? 'is there already' : 'cannot be written'}`,
      isThere ? 'move it away, or choose another name for --rejects' : 'see that you may write there',
      { cause },
    );
  }
}
