import { parseAddress } from '../parse-address.ts';
import type { DraftStatus, SubscriberConsent, SubscriberDraft } from '../subscriber.ts';
import type { Columns } from './csv-columns.ts';
import { unguardFormula } from './formula-guard.ts';
import type { ColumnRole } from './known-exports.ts';
import { readMoment } from './read-moment.ts';
import type { CsvRecord } from './read-records.ts';
import { statusesByWeight, statusOf } from './status-words.ts';

/** One person of a file, or why that line is none. */
export type SubscriberRow =
  | { readonly line: number; readonly draft: SubscriberDraft }
  | {
      readonly line: number;
      readonly address: string;
      readonly rejected: string;
      /** The row as it was. */
      readonly cells: readonly string[];
    };

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
  const { line } = record;
  const row: Row = { cells: [], columns };
  const fault = cleanCells(record.cells, row);
  const draft = fault === undefined ? readDraft(row, defaults) : { problem: fault };
  if ('problem' in draft)
    return { line, address: cellOf(row, 'address'), rejected: draft.problem, cells: record.cells };
  return { line, draft };
}

interface Row {
  readonly cells: string[];
  readonly columns: Columns;
}

/** Of the columns of a role the first that says something. */
function cellOf({ cells, columns }: Row, role: ColumnRole): string {
  const places = columns.roles[role];
  if (places === undefined) return '';
  for (const column of places) {
    const cell = cells[column] ?? '';
    if (cell !== '') return cell;
  }
  return '';
}

/** Fills a row with cells as they are kept, and says what is wrong with the first that cannot be. */
function cleanCells(raw: readonly string[], { cells, columns: { titles } }: Row): string | undefined {
  let fault: string | undefined;
  for (let column = 0; column < raw.length; column += 1) {
    const cell = raw[column] ?? '';
    const title = titles[column] ?? '';
    const isPlain = plainCell.test(cell);
    const cleaned = isPlain ? cell : cleanCell(cell);
    cells.push(cleaned);
    if (title === '' && cleaned !== '')
      fault ??= `column ${column + 1} has a value and no name: is a quote missing?`;
    else if (!isPlain && control.test(cleaned)) fault ??= `“${title}” holds a control character`;
    else if (cell.length > longestCell)
      fault ??= `“${title}” is longer than ${longestCell} characters: is a quote missing?`;
  }
  return fault;
}

/** In characters. What is longer is the rest of a file behind a quote that nothing closes, and would be in every mail. */
const longestCell = 10_000;
/** Nobody's name is longer. */
export const longestName = 200;

/**
 * Most cells, with the letters of Latin scripts: nothing at either end that does not count, no formula, no sign that
 * needs a look, such as a semicolon.
 */
const plainCell = /^(?:[0-9A-Za-z\u00c0-\u024f](?:[ -:<-~\u00c0-\u024f]*[!-:<-~\u00c0-\u024f])?)?$/;

/** Spreadsheets keep the line breaks and tabs of a cell; a value of ours has none. */
function cleanCell(cell: string): string {
  const line = lineBreak.test(cell) ? cell.replaceAll(/\r\n?|\n|\t/g, ' ') : cell;
  return unguardFormula(isEdge(line, 0) || isEdge(line, -1) ? line.replaceAll(surroundingSpace, '') : line);
}

const lineBreak = /[\r\n\t]/;

/** Whether a text may have a space there: letters, which nearly all cells start and end with, need no closer look. */
function isEdge(text: string, index: number): boolean {
  const code = text.at(index)?.charCodeAt(0) ?? 0;
  return code <= 0x20 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000);
}

const surroundingSpace = /^[\p{Zs}\t]+|[\p{Zs}\t]+$/gu;

/** Whatever can end a header line, or turn the direction of what follows. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function readDraft(row: Row, defaults: RowDefaults): SubscriberDraft | { readonly problem: string } {
  const parsed = parseAddress(firstAddress(row));
  if ('problem' in parsed) return parsed;
  const status = readStatus(row);
  if (typeof status !== 'string') return status;
  const told = cellOf(row, 'consent');
  const at = told === '' ? defaults.at : readMoment(told);
  if (at === undefined) return { problem: noDate(told) };

  const joined = cellOf(row, 'joinedAt');
  const joinedAt = joined === '' ? undefined : readMoment(joined);
  if (joined !== '' && joinedAt === undefined) return { problem: noDate(joined) };

  const firstName = cellOf(row, 'firstName');
  const name = readName(row, firstName);
  if (name.length > longestName || firstName.length > longestName)
    return { problem: `the name is longer than ${longestName} characters` };
  const proof = readProof(row);
  const wording = cellOf(row, 'wording');
  // Made step by step: spreading what may be missing costs more than all the rest, a million times.
  const consent: Writable<SubscriberConsent> = { source: cellOf(row, 'source') || defaults.source, at };
  if (proof !== '') consent.proof = proof;
  if (wording !== '') consent.wording = wording;
  const draft: Writable<SubscriberDraft> = {
    address: parsed.address,
    canonical: parsed.canonical,
    status,
    tags: readTags(row, defaults),
    fields: readFields(row),
    consent,
  };
  if (name !== '') draft.name = name;
  if (firstName !== '') draft.firstName = firstName;
  if (joinedAt !== undefined) draft.joinedAt = joinedAt;
  return draft;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function noDate(cell: string): string {
  return `“${cell}” is not a date such as 2026-01-31`;
}

/** Made of its parts where there is no column for the whole, or one for the last name beside it. */
function readName(row: Row, firstName: string): string {
  const name = cellOf(row, 'name');
  const { roles } = row.columns;
  if (name !== '' || (roles.name !== undefined && roles.lastName === undefined)) return name;
  return `${firstName} ${cellOf(row, 'lastName')}`.trim();
}

/** An address book writes several addresses of one kind into a cell. */
function firstAddress(row: Row): string {
  const cell = cellOf(row, 'address');
  return row.columns.known?.addressBook === true ? (cell.split(' ::: ')[0] ?? '') : cell;
}

/** Of several columns the one that says most: whoever has left in one of them has left. */
function readStatus(row: Row): DraftStatus | { readonly problem: string } {
  if (isSaid(row, 'suppressedAt')) return 'suppressed';
  let weight = isSaid(row, 'unsubscribedAt') ? statusesByWeight.indexOf('unsubscribed') : 0;
  for (const column of row.columns.roles.status ?? []) {
    const written = row.cells[column] ?? '';
    const status = written === '' ? 'active' : statusOf(written, row.columns.known);
    if (status === undefined)
      return { problem: `the status “${written}” is not active, pending, unsubscribed or suppressed` };
    weight = Math.max(weight, statusesByWeight.indexOf(status));
  }
  return statusesByWeight[weight] ?? 'active';
}

/** Whether a column of the role has a moment, or anything else that is no “no”. */
function isSaid({ cells, columns }: Row, role: ColumnRole): boolean {
  return columns.roles[role]?.some((column) => !negations.has((cells[column] ?? '').toLowerCase())) ?? false;
}

const negations: ReadonlySet<string> = new Set([
  ...['', 'no', 'n', 'false', 'f', '0', '-', '–', '—', 'never', 'none', 'null', 'n/a', 'na'],
  ...['nein', 'falsch', 'non', 'faux', 'nee', 'onwaar', 'falso'],
]);

/** One column is the proof as it stands; of another tool's several, each is named. */
function readProof(row: Row): string {
  const { known, roles, titles } = row.columns;
  if (known?.columns.proof === undefined || known.columns.proof.length === 1) return cellOf(row, 'proof');
  const parts = (roles.proof ?? []).flatMap((column) => {
    const cell = row.cells[column] ?? '';
    return cell === '' ? [] : [`${titles[column] ?? ''} ${cell}`];
  });
  return parts.length === 0 ? '' : `${known.name}: ${parts.join(', ')}`;
}

const noTags: readonly string[] = [];

/** Many rows have the same tags as the one before. */
let last: { readonly columns: Columns; readonly cells: string; readonly tags: readonly string[] } | undefined;

function readTags(row: Row, defaults: RowDefaults): readonly string[] {
  const { roles } = row.columns;
  if (roles.tags === undefined && defaults.tags.length === 0) return noTags;
  const cells = (roles.tags ?? []).map((column) => row.cells[column] ?? '').join('\n');
  if (last?.columns !== row.columns || last.cells !== cells)
    last = { columns: row.columns, cells, tags: findTags(row, defaults) };
  return last.tags;
}

function findTags(row: Row, defaults: RowDefaults): readonly string[] {
  const { roles, known } = row.columns;
  const own = (roles.tags ?? []).flatMap((column) => splitTags(row.cells[column] ?? ''));
  // An address book marks its own groups by a star: everybody is in them.
  const meant = known?.addressBook === true ? own.filter((tag) => !tag.startsWith('* ')) : own;
  return [...new Set([...meant, ...defaults.tags.flatMap(splitTags)])];
}

/** Tags as a cell or an option holds them. None has a comma, a semicolon or a bar in it. */
export function splitTags(cell: string): string[] {
  return cell
    .split(/[,;|]| ::: /)
    .map((tag) => tag.replaceAll(/^[\s"]+|[\s"]+$/g, ''))
    .filter((tag) => tag !== '');
}

const noFields: Readonly<Record<string, string>> = {};

function readFields({ cells, columns: { fields } }: Row): Readonly<Record<string, string>> {
  if (fields.length === 0) return noFields;
  const values: Record<string, string> = {};
  for (const [column, name] of fields) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    if (name === '__proto__') Object.defineProperty(values, name, { value: cell, enumerable: true });
    else values[name] = cell;
  }
  return values;
}
