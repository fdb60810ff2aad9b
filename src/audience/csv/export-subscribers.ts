import { stringify } from 'csv-stringify/sync';
import type { AudienceStore } from '../audience-store.ts';
import type { Subscriber } from '../subscriber.ts';
import { plainHeader } from './columns/column-role.ts';
import { fieldPrefix } from './columns/field-prefix.ts';
import { mayBeDoubted } from './columns/look-over.ts';
import { isCalled, standingRoles, usualHeaders } from './columns/usual-headers.ts';
import { guardFormula } from './text/formula-guard.ts';

/** So many rows become text at once. */
const chunkRows = 500;

/**
 * The whole list as CSV, in pieces of whole lines: every spreadsheet opens it with all names right and runs nothing in it, and
 * imported again it is the same list. Opt-outs are in it, so that they stay opt-outs wherever it goes. The list is walked
 * twice: what is called between must run inside `inOneView`.
 */
export function* exportSubscribers(store: AudienceStore): Generator<string> {
  const layout = planLayout(store);
  // Without the byte order mark Excel takes the file for Windows-1252.
  yield `\ufeff${toCsv([layout.map(({ header }) => header)])}`;
  let rows: string[][] = [];
  for (const row of rowsOf(store, layout)) {
    rows.push(row);
    if (rows.length < chunkRows) continue;
    yield toCsv(rows);
    rows = [];
  }
  if (rows.length > 0) yield toCsv(rows);
}

/** Everybody on the list and, below them, whoever is kept from it without ever having been there. */
function* rowsOf(store: AudienceStore, layout: readonly ExportColumn[]): Generator<string[]> {
  for (const subscriber of exportable(store)) yield layout.map(({ cell }) => cell(subscriber));
  for (const { canonical, status } of store.barred()) {
    const cells = new Map<string, string>([
      ['email', canonical],
      ['status', status],
    ]);
    yield layout.map(({ header }) => cells.get(header) ?? '');
  }
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

/** Columns that are there only when anybody has something in them. */
const rareColumns: readonly ExportColumn[] = [
  { header: 'consent proof', cell: ({ consent }) => consent.proof ?? '' },
  { header: 'consent wording', cell: ({ consent }) => consent.wording ?? '' },
  // Who has confirmed since, or consented anew, joined before the newest consent.
  { header: 'joined at', cell: ({ joinedAt, consent }) => (joinedAt === consent.at ? '' : joinedAt) },
];

/** One column for every field that anybody has, in the order in which they first appear. */
function planLayout(store: AudienceStore): ExportColumn[] {
  const fields = new Set<string>();
  const rare = new Set<ExportColumn>();
  for (const subscriber of exportable(store)) {
    for (const field of Object.keys(subscriber.fields)) fields.add(field);
    for (const column of rareColumns) if (column.cell(subscriber) !== '') rare.add(column);
  }
  const fieldColumns = [...fields].map(
    (field): ExportColumn => ({ header: headerOf(field), cell: (subscriber) => fieldOf(subscriber, field) }),
  );
  return [...fixedColumns, ...rareColumns.filter((column) => rare.has(column)), ...fieldColumns];
}

/** A field may be called like what every object has. */
function fieldOf({ fields }: Subscriber, field: string): string {
  return Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';
}

const ownHeaders = new Set([...fixedColumns, ...rareColumns].map(({ header }) => plainHeader(header)));

/**
 * A field that is called like one of our columns, or may say who wants mail, must not be taken for that when the file is
 * imported again.
 */
function headerOf(field: string): string {
  const plain = plainHeader(field);
  const isOfStanding = Object.entries(usualHeaders).some(
    ([role, headers]) => standingRoles.has(role) && headers.some((header) => isCalled(plain, header)),
  );
  const isTaken =
    ownHeaders.has(plain) || isOfStanding || mayBeDoubted(field) || field.startsWith(fieldPrefix);
  return isTaken ? `${fieldPrefix}${field}` : field;
}

/** Of an erased person nothing is left to export. */
function exportable(store: AudienceStore): Iterable<Subscriber> {
  return Iterator.from(store.list()).filter(({ status }) => status !== 'erased');
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => row.map(guardFormula)));
}
