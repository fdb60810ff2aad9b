import type { AudienceStore, KeepResult } from './audience-store.ts';
import { type RejectedRow, type ReadRow, readSubscriberFile } from './read-subscriber-file.ts';
import type { CanonicalAddress, SubscriberConsent } from './subscriber.ts';

export interface ImportInput {
  readonly bytes: Uint8Array;
  readonly store: AudienceStore;
  readonly consent: SubscriberConsent;
  /** For everybody in the file. */
  readonly tags: readonly string[];
  /** Reports what would happen, and keeps nothing. */
  readonly dryRun: boolean;
  /** Looks at the list as it is with the file in it, before a dry run takes it back. */
  readonly inspect?: (addresses: readonly CanonicalAddress[]) => void;
}

/** What became of each row. */
export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly encoding: string;
  readonly delimiter: string;
  /** Everybody whom the file names, in its order, also those who were skipped because they left. */
  readonly addresses: readonly CanonicalAddress[];
}

export interface SkippedRow {
  readonly line: number;
  readonly address: string;
  readonly reason: string;
}

/**
 * Keeps everybody in a CSV file, or, if anything fails, nobody. People who have left stay away.
 *
 * @throws ImportError when the file cannot be read as a list.
 */
export function importSubscribers({ bytes, store, consent, tags, dryRun, inspect }: ImportInput): ImportReport {
  const { rows, rejected, encoding, delimiter } = readSubscriberFile(bytes, { consent, tags });
  const { kept, skipped, addresses } = dropDuplicates(rows);
  const results = keepAll(store, kept, { dryRun, inspect: () => inspect?.(addresses) });
  const count = (wanted: KeepResult): number => results.filter((result) => result === wanted).length;
  const refused = kept.filter((_, index) => results[index] === 'refused').map((row) => skip(row, 'has left the list'));
  return {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: [...skipped, ...refused].sort((left, right) => left.line - right.line),
    rejected,
    encoding,
    delimiter,
    addresses,
  };
}

function dropDuplicates(rows: readonly ReadRow[]): { kept: ReadRow[]; skipped: SkippedRow[]; addresses: CanonicalAddress[] } {
  const firstLines = new Map<CanonicalAddress, number>();
  const kept: ReadRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of rows) {
    const first = firstLines.get(row.draft.canonical);
    if (first !== undefined) {
      skipped.push(skip(row, `stands in line ${first} already`));
      continue;
    }
    firstLines.set(row.draft.canonical, row.line);
    kept.push(row);
  }
  return { kept, skipped, addresses: [...firstLines.keys()] };
}

function skip({ line, draft }: ReadRow, reason: string): SkippedRow {
  return { line, address: draft.address, reason };
}

/** Ends a dry run's transaction; caught where it was thrown for. */
class DryRunEnd extends Error {}

function keepAll(
  store: AudienceStore,
  rows: readonly ReadRow[],
  { dryRun, inspect }: { readonly dryRun: boolean; readonly inspect: () => void },
): KeepResult[] {
  let results: KeepResult[] = [];
  try {
    store.allOrNothing(() => {
      results = rows.map(({ draft }) => store.keep(draft));
      inspect();
      if (dryRun) throw new DryRunEnd();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  return results;
}
