import type { AudienceStore, DraftShelf, KeepResult } from './audience-store.ts';
import type { Encoding } from './decode-bytes.ts';
import type { SubscriberRows } from './read-subscriber-rows.ts';
import { rehearse } from './rehearse.ts';
import type { SubscriberDraft } from './subscriber.ts';
import { whyNotMailed } from './why-not-mailed.ts';

/** What an import did. Its rows are the file's people, each counted or listed once. */
export interface ImportReport {
  readonly encoding: Encoding;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Good rows that were not needed or not allowed. */
  readonly skipped: readonly LeftOutRow[];
  /** Rows with something wrong in them. */
  readonly rejected: readonly LeftOutRow[];
}

export interface LeftOutRow {
  readonly line: number;
  readonly address: string;
  readonly reason: string;
}

/** A file that has been read to its end and not yet kept. */
export interface ShelvedImport {
  readonly encoding: Encoding;
  readonly shelf: DraftShelf;
  readonly duplicates: readonly LeftOutRow[];
  readonly rejected: readonly LeftOutRow[];
}

/**
 * Adds a file's people to the list: all of them, or none if anything fails.
 *
 * @param options `now` in milliseconds since 1970; with `dryRun` the report is the same and nothing is written
 * @throws SubscriberFileError when the file as a whole cannot be read
 */
export async function importSubscribers(
  rows: SubscriberRows,
  store: AudienceStore,
  { now, dryRun }: { readonly now: number; readonly dryRun: boolean },
): Promise<ImportReport> {
  const shelved = await shelveSubscribers(rows, store);
  const keepAll = (): ImportReport => keepShelved(shelved, store, now);
  try {
    return dryRun ? rehearse(store, keepAll) : store.allOrNothing(keepAll);
  } finally {
    shelved.shelf.close();
  }
}

/** Reads a file to its end without touching the list. The caller closes the shelf. */
export async function shelveSubscribers(rows: SubscriberRows, store: AudienceStore): Promise<ShelvedImport> {
  const shelf = store.setAside();
  const duplicates: LeftOutRow[] = [];
  const rejected: LeftOutRow[] = [];
  try {
    for await (const row of rows) {
      if ('rejected' in row) {
        rejected.push({ line: row.line, address: row.address, reason: row.rejected });
        continue;
      }
      const { line, draft } = row;
      const first = shelf.lineOf(draft.canonical);
      if (first === undefined || hasLeft(draft)) shelf.add({ line, draft });
      else duplicates.push({ line, address: draft.address, reason: `the same address as in line ${first}` });
    }
  } catch (error) {
    shelf.close();
    throw error;
  }
  return { encoding: rows.encoding, shelf, duplicates, rejected };
}

/** Keeps what was shelved; must run inside `allOrNothing` or `rehearse`. */
export function keepShelved(shelved: ShelvedImport, store: AudienceStore, now: number): ImportReport {
  const { encoding, shelf, duplicates, rejected } = shelved;
  const counts: Record<KeepResult, number> = { added: 0, updated: 0, unchanged: 0, refused: 0 };
  const refused: LeftOutRow[] = [];
  for (const { line, draft } of shelf.drafts()) {
    const result = store.keep(draft, now);
    counts[result] += 1;
    if (result !== 'refused') continue;
    const reason = whyNotMailed(store.find(draft.canonical)) ?? 'must not be mailed';
    refused.push({ line, address: draft.address, reason });
  }
  const { added, updated, unchanged } = counts;
  const skipped = [...duplicates, ...refused].sort((left, right) => left.line - right.line);
  return { encoding, added, updated, unchanged, skipped, rejected };
}

/** An opt-out counts wherever in the file it stands. */
function hasLeft({ status }: SubscriberDraft): boolean {
  return status === 'unsubscribed' || status === 'suppressed';
}
