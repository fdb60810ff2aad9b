import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { isEndedAttempt } from './is-ended-attempt.ts';
import type { EndedAttempt } from './settle-delivery.ts';

/** Room made in advance, in bytes: a full disk must not keep an outcome from being written down. */
const room = 262_144;

/** Where the outcomes of a mailing go that the database could not take. */
export interface OutcomeJournal {
  /** On disk when it returns. */
  add(ended: EndedAttempt): void;
  /** What was added so far. */
  readonly entries: readonly EndedAttempt[];
  /** Ends it, and leaves it for whoever goes on with the mailing. */
  close(): void;
  /** Ends it; its outcomes are in the database by now. */
  remove(): void;
}

/** What an earlier run wrote down and no database has taken yet. A line that was cut off or damaged is left out. */
export function readJournal(path: string): readonly EndedAttempt[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.replaceAll('\0', ''))
      .filter((line) => line.endsWith('}'))
      .flatMap(parseEntry);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function parseEntry(line: string): EndedAttempt[] {
  try {
    const entry: unknown = JSON.parse(line);
    return isEndedAttempt(entry) ? [entry] : [];
  } catch {
    return [];
  }
}

/** Opens an empty journal, in place of an earlier one, with its room on disk. */
export function openJournal(path: string): OutcomeJournal {
  const file = openSync(path, 'w', 0o600);
  writeSync(file, Buffer.alloc(room), 0, room, 0);
  fdatasyncSync(file);
  const entries: EndedAttempt[] = [];
  let end = 0;
  return {
    entries,
    add: (ended) => {
      entries.push(ended);
      end += writeSync(file, `${JSON.stringify(ended)}\n`, end);
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
    remove: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
