import type { ColumnRole, Columns } from './csv-columns.ts';
import { unguardFormula } from './formula-guard.ts';
import { parseAddress } from './parse-address.ts';
import type { CsvRecord } from './read-records.ts';
import type { DraftStatus, SubscriberDraft } from './subscriber.ts';

/** One person of a file, or why that line is none. */
export type SubscriberRow =
  | { readonly line: number; readonly draft: SubscriberDraft }
  | { readonly line: number; readonly address: string; readonly rejected: string };

/** What is true of every row that does not say otherwise. */
export interface RowDefaults {
  /** Where the consent comes from. */
  readonly source: string;
  /** When it was imported, ISO 8601 in UTC. */
  readonly at: string;
  /** Added to the row's own. */
  readonly tags: readonly string[];
}

/**
 * Reads one line of a list. A first name is what a first-name column says and is never guessed: names put the family
 * first as often as last.
 */
export function readSubscriberRow(record: CsvRecord, columns: Columns, defaults: RowDefaults): SubscriberRow {
  const cells = record.cells.map((cell) => unguardFormula(onOneLine(cell)));
  const cellOf = (role: ColumnRole): string => cells[columns.roles[role] ?? -1] ?? '';
  const { line } = record;
  const fault = findFault(cells, columns);
  const draft = fault === undefined ? readDraft(cellOf, defaults) : { problem: fault };
  if ('problem' in draft) return { line, address: cellOf('email'), rejected: draft.problem };
  return { line, draft: { ...draft, fields: readFields(cells, columns) } };
}

/** Spreadsheets keep the line breaks of a cell; a value of ours has none. */
function onOneLine(cell: string): string {
  return cell.replaceAll(/\r\n?|\n/g, ' ').replaceAll(surroundingSpace, '');
}

const surroundingSpace = /^[\p{Zs}\t]+|[\p{Zs}\t]+$/gu;

/** Whatever can end a header line, or turn the direction of what follows. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function findFault(cells: readonly string[], { titles }: Columns): string | undefined {
  for (const [column, cell] of cells.entries()) {
    const title = titles[column] ?? '';
    if (title === '' && cell !== '')
      return `column ${column + 1} has a value and no name: is a quote missing?`;
    if (control.test(cell)) return `“${title}” holds a control character`;
  }
  return undefined;
}

type DraftWithoutFields = Omit<SubscriberDraft, 'fields'>;

function readDraft(
  cellOf: (role: ColumnRole) => string,
  defaults: RowDefaults,
): DraftWithoutFields | { readonly problem: string } {
  const parsed = parseAddress(cellOf('email'));
  if ('problem' in parsed) return parsed;
  const status = readStatus(cellOf('status'));
  if (status === undefined) {
    return { problem: `the status “${cellOf('status')}” is not active, pending, unsubscribed or suppressed` };
  }
  const at = cellOf('consentedAt') === '' ? defaults.at : readMoment(cellOf('consentedAt'));
  if (at === undefined) return { problem: `“${cellOf('consentedAt')}” is not a date such as 2026-01-31` };

  const firstName = cellOf('firstName');
  const name = cellOf('name') || `${firstName} ${cellOf('lastName')}`.trim();
  const proof = cellOf('consentProof');
  return {
    address: parsed.address,
    canonical: parsed.canonical,
    ...(name === '' ? {} : { name }),
    ...(firstName === '' ? {} : { firstName }),
    status,
    tags: [...new Set([cellOf('tags'), ...defaults.tags].flatMap(splitTags))],
    consent: { source: cellOf('source') || defaults.source, at, ...(proof === '' ? {} : { proof }) },
  };
}

/** Our own words, and those of other tools' exports. */
const statuses: Readonly<Record<string, DraftStatus>> = {
  '': 'active',
  active: 'active',
  subscribed: 'active',
  true: 'active',
  pending: 'pending',
  unconfirmed: 'pending',
  unsubscribed: 'unsubscribed',
  false: 'unsubscribed',
  suppressed: 'suppressed',
  cleaned: 'suppressed',
  bounced: 'suppressed',
};

function readStatus(cell: string): DraftStatus | undefined {
  const word = cell.toLowerCase();
  return Object.hasOwn(statuses, word) ? statuses[word] : undefined;
}

/** ISO 8601 in UTC; a day alone is its first moment. */
function readMoment(cell: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(cell)) return undefined;
  const moment = new Date(cell);
  if (Number.isNaN(moment.getTime())) return undefined;
  // The 30th of February would be a day in March.
  const text = moment.toISOString();
  return text.startsWith(cell.slice(0, 10)) ? text : undefined;
}

function splitTags(cell: string): string[] {
  return cell
    .split(/[,;|]/)
    .map((tag) => tag.replaceAll(/^[\s"]+|[\s"]+$/g, ''))
    .filter((tag) => tag !== '');
}

function readFields(cells: readonly string[], { fields }: Columns): Readonly<Record<string, string>> {
  const values = [...fields].map(([column, name]): [string, string] => [name, cells[column] ?? '']);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
