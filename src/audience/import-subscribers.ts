import type { AudienceStore, DraftShelf, ShelvedDraft } from './audience-store.ts';
import type { FileFormat } from './csv/columns/file-format.ts';
import type { SubscriberRows } from './csv/read-subscriber-rows.ts';
import type { RejectedRow } from './csv/rejected-rows.ts';
import type { SubscriberRow } from './csv/rows/read-subscriber-row.ts';
import { parseAddress } from './parse-address.ts';
import { rehearse } from './rehearse.ts';
import type { DraftStatus } from './subscriber.ts';
import { whyNotMailed } from './why-not-mailed.ts';

/** What an import did. Its rows are the file's people, each counted or listed once. */
export interface ImportReport {
  readonly format: FileFormat;
  /** How many of the good rows say what of their person. */
  readonly statuses: Readonly<Record<DraftStatus, number>>;
  /** How many of the active ones do not say when they agreed: the day of the import stands for it. */
  readonly undated: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Of those who were updated, who is not mailed any more by what their row says. */
  readonly left: number;
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
  readonly format: FileFormat;
  readonly statuses: Readonly<Record<DraftStatus, number>>;
  readonly undated: number;
  /** Milliseconds since 1970: the day of a consent that no row tells. */
  readonly readAt: number;
  readonly shelf: DraftShelf;
  readonly duplicates: readonly LeftOutRow[];
  readonly rejected: readonly LeftOutRow[];
}

/** Is told of each rejected row as it is read, with the titles of the file's columns. */
export type OnRejected = (row: RejectedRow, titles: readonly string[]) => void;

interface ImportOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The report is the same, and nothing is written. */
  readonly dryRun: boolean;
  readonly onRejected?: OnRejected;
}

/**
 * Adds a file's people to the list: all of them, or none if anything fails.
 *
 * @throws SubscriberFileError when the file as a whole cannot be read
 */
export async function importSubscribers(
  rows: SubscriberRows,
  store: AudienceStore,
  { now, dryRun, onRejected }: ImportOptions,
): Promise<ImportReport> {
  const shelved = await shelveSubscribers(rows, store, onRejected);
  const keepAll = (): ImportReport => keepShelved(shelved, store, now);
  try {
    return dryRun ? rehearse(store, keepAll) : store.inOneGo(keepAll);
  } finally {
    shelved.shelf.close();
  }
}

/** Reads a file to its end without touching the list. The caller closes the shelf. */
export async function shelveSubscribers(
  rows: SubscriberRows,
  store: AudienceStore,
  onRejected: OnRejected = () => {},
): Promise<ShelvedImport> {
  const shelf = store.setAside();
  const rejected: LeftOutRow[] = [];
  const statuses = { active: 0, pending: 0, unsubscribed: 0, suppressed: 0 };
  let undated = 0;
  try {
    for await (const some of rows) {
      const { drafts, faulty } = sortRows(some);
      shelf.addAll(drafts);
      for (const { draft } of drafts) {
        const { status = 'active', consent } = draft;
        statuses[status] += 1;
        if (status === 'active' && consent.at === rows.importedAt) undated += 1;
      }
      for (const { line, address, rejected: reason, cells } of faulty) {
        rejected.push({ line, address, reason });
        onRejected({ line, reason, cells }, rows.titles);
      }
    }
    const duplicates = shelf.leaveOneEach().map(({ line, address, firstLine, leaves }) => {
      const counts = leaves ? '; that they left counts' : '';
      return { line, address, reason: `the same address as in line ${firstLine}${counts}` };
    });
    const readAt = Date.parse(rows.importedAt);
    return { format: rows.format, statuses, undated, readAt, shelf, duplicates, rejected };
  } catch (error) {
    shelf.close();
    throw error;
  }
}

type FaultyRow = Extract<SubscriberRow, { rejected: string }>;

function sortRows(rows: readonly SubscriberRow[]): { drafts: ShelvedDraft[]; faulty: FaultyRow[] } {
  const drafts: ShelvedDraft[] = [];
  const faulty: FaultyRow[] = [];
  for (const row of rows) {
    if ('rejected' in row) faulty.push(row);
    else drafts.push(row);
  }
  return { drafts, faulty };
}

/** Keeps what was shelved; must run inside `allOrNothing` or `rehearse`. */
export function keepShelved(shelved: ShelvedImport, store: AudienceStore, now: number): ImportReport {
  const { format, statuses, undated, shelf, duplicates } = shelved;
  const { added, updated, unchanged, left, refused, cameBack } = store.keepShelf(shelf, now);
  const rejected = shelved.rejected.map((row) => withStanding(row, store));
  const gone = refused.map(({ line, address, canonical }): LeftOutRow => {
    return { line, address, reason: whyNotMailed(store.find(canonical)) ?? 'must not be mailed' };
  });
  const stay = cameBack.map(({ line, address }): LeftOutRow => {
    return {
      line,
      address,
      reason: 'has come back by the form since the day on which this row says they left',
    };
  });
  const skipped = [...duplicates, ...gone, ...stay].sort((one, other) => one.line - other.line);
  return { format, statuses, undated, added, updated, unchanged, left, skipped, rejected };
}

/** Whoever is on the list stays there when their row cannot be read: it may have said that they left. */
function withStanding(row: LeftOutRow, store: AudienceStore): LeftOutRow {
  const parsed = parseAddress(row.address);
  const known = 'problem' in parsed ? undefined : store.find(parsed.canonical);
  return known?.status === 'active'
    ? { ...row, reason: `${row.reason}; they are on the list, and stay` }
    : row;
}
