import { parseAddress } from '../parse-address.ts';
import type { SubscriberConsent, SubscriberDraft } from '../subscriber.ts';
import type { Columns } from './csv-columns.ts';
import { readMoment } from './read-moment.ts';
import type { CsvRecord } from './read-records.ts';
import { cellOf, cleanRow, type Row } from './row.ts';
import { readAgreementDay, readLeaving, readStatus } from './row-standing.ts';
import { readTags } from './row-tags.ts';

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
  const row = cleanRow(record.cells, columns);
  const draft = row.fault === undefined ? readDraft(row, defaults) : { problem: row.fault };
  if ('problem' in draft)
    return { line, address: cellOf(row, 'address'), rejected: draft.problem, cells: record.cells };
  return { line, draft };
}

interface Problem {
  readonly problem: string;
}

/** Nobody's name is longer. */
export const longestName = 200;

function readDraft(row: Row, defaults: RowDefaults): SubscriberDraft | Problem {
  const parsed = parseAddress(firstAddress(row));
  if ('problem' in parsed) return parsed;
  const status = readStatus(row);
  if (typeof status !== 'string') return status;
  if (status === 'unsubscribed' || status === 'suppressed')
    return readLeaver(row, { address: parsed.address, canonical: parsed.canonical, status }, defaults);

  const at = readConsentDay(row) ?? defaults.at;
  if (typeof at !== 'string') return at;
  const joined = cellOf(row, 'joinedAt');
  const joinedAt = joined === '' ? undefined : readMoment(joined, row.columns.dayOrder);
  if (joined !== '' && joinedAt === undefined) return noDate(joined);
  const names = readNames(row);
  if ('problem' in names) return names;

  const draft: Writable<SubscriberDraft> = {
    address: parsed.address,
    canonical: parsed.canonical,
    status,
    tags: readTags(row, defaults.tags),
    fields: readFields(row),
    consent: readConsent(row, at, defaults),
  };
  if (names.name !== '') draft.name = names.name;
  if (names.firstName !== '') draft.firstName = names.firstName;
  if (joinedAt !== undefined) draft.joinedAt = joinedAt;
  return draft;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Who has left is known by the address: whatever else cannot be read is left out, and keeps nobody on a list. They had
 * agreed before they left: at the latest then.
 */
function readLeaver(
  row: Row,
  who: Pick<SubscriberDraft, 'address' | 'canonical'> & { readonly status: 'unsubscribed' | 'suppressed' },
  defaults: RowDefaults,
): SubscriberDraft {
  const leftAt = readLeaving(row, who.status);
  const told = readConsentDay(row);
  const at = typeof told === 'string' ? told : (leftAt ?? defaults.at);
  const left = leftAt === undefined ? {} : { leftAt };
  const names = readNames(row);
  const { name = '', firstName = '' } = 'problem' in names ? {} : names;
  const joinedAt = readMoment(cellOf(row, 'joinedAt'), row.columns.dayOrder);
  return {
    ...who,
    ...left,
    ...(name === '' ? {} : { name }),
    ...(firstName === '' ? {} : { firstName }),
    ...(joinedAt === undefined ? {} : { joinedAt }),
    tags: readTags(row, defaults.tags),
    fields: readFields(row),
    consent: readConsent(row, at, defaults),
  };
}

/** When they agreed, in ISO 8601; nothing where the row does not say it. */
function readConsentDay(row: Row): string | Problem | undefined {
  const told = cellOf(row, 'consent');
  if (told === '') return readAgreementDay(row);
  return readMoment(told, row.columns.dayOrder) ?? noDate(told);
}

function readConsent(row: Row, at: string, defaults: RowDefaults): SubscriberConsent {
  const proof = readProof(row);
  const wording = cellOf(row, 'wording');
  // Made step by step: spreading what may be missing costs more than all the rest, a million times.
  const consent: Writable<SubscriberConsent> = { source: cellOf(row, 'source') || defaults.source, at };
  if (proof !== '') consent.proof = proof;
  if (wording !== '') consent.wording = wording;
  return consent;
}

function noDate(cell: string): Problem {
  const isEither =
    readMoment(cell, 'day first') !== undefined && readMoment(cell, 'month first') !== undefined;
  return {
    problem: isEither
      ? `“${cell}” can be two days: write it as 2026-01-31`
      : `“${cell}” is not a date such as 2026-01-31`,
  };
}

function readNames(row: Row): { readonly name: string; readonly firstName: string } | Problem {
  const firstName = cellOf(row, 'firstName');
  const name = readName(row, firstName);
  if (name.length > longestName || firstName.length > longestName)
    return { problem: `the name is longer than ${longestName} characters` };
  return { name, firstName };
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
