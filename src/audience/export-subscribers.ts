import { stringify } from 'csv-stringify/sync';
import type { AudienceStore } from './audience-store.ts';
import { guardFormula } from './formula-guard.ts';
import type { Subscriber } from './subscriber.ts';

/** So many rows become text at once. */
const chunkRows = 500;

/**
 * The whole list as CSV, in pieces of whole lines: every spreadsheet opens it with all names right and runs nothing in it, and
 * imported again it is the same list. Opt-outs are in it, so that they stay opt-outs wherever it goes.
 */
export function* exportSubscribers(store: AudienceStore): Generator<string> {
  const layout = planLayout(store);
  // Without the byte order mark Excel takes the file for Windows-1252.
  yield `\ufeff${toCsv([layout.map(({ header }) => header)])}`;
  let rows: string[][] = [];
  for (const subscriber of exportable(store)) {
    rows.push(layout.map(({ cell }) => cell(subscriber)));
    if (rows.length < chunkRows) continue;
    yield toCsv(rows);
    rows = [];
  }
  if (rows.length > 0) yield toCsv(rows);
}

interface ExportColumn {
  readonly header: string;
  readonly cell: (subscriber: Subscriber) => string;
}

const fixedColumns: readonly ExportColumn[] = [
  { header: 'email', cell: ({ address }) => address },
  { header: 'name', cell: ({ name = '' }) => name },
  { header: 'first name', cell: ({ firstName = '' }) => firstName },
  { header: 'tags', cell: ({ tags }) => tags.join(', ') },
  { header: 'status', cell: ({ status }) => status },
  { header: 'source', cell: ({ consent }) => consent.source },
  { header: 'consented at', cell: ({ consent }) => consent.at },
];

const proofColumn: ExportColumn = { header: 'consent proof', cell: ({ consent }) => consent.proof ?? '' };

/** One column for every field that anybody has, in the order in which they first appear. */
function planLayout(store: AudienceStore): ExportColumn[] {
  const fields = new Set<string>();
  let proven = false;
  for (const subscriber of exportable(store)) {
    for (const field of Object.keys(subscriber.fields)) fields.add(field);
    proven ||= subscriber.consent.proof !== undefined;
  }
  const fieldColumns = [...fields].map(
    (field): ExportColumn => ({ header: field, cell: ({ fields: values }) => values[field] ?? '' }),
  );
  return [...fixedColumns, ...(proven ? [proofColumn] : []), ...fieldColumns];
}

/** Of an erased person nothing is left to export. */
function exportable(store: AudienceStore): Iterable<Subscriber> {
  return Iterator.from(store.list()).filter(({ status }) => status !== 'erased');
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => row.map(guardFormula)));
}
