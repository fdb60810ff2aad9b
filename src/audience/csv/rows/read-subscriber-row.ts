import { unprovenProof } from '../../consent-proof.ts';
import { parseAddress } from '../../parse-address.ts';
import { type DraftStatus, isLeaving, type LeavingStatus, type SubscriberDraft } from '../../subscriber.ts';
import type { Columns } from '../columns/csv-columns.ts';
import type { CsvRecord } from '../text/read-records.ts';
import { cellOf, cleanRow, type Problem, type Row } from './row.ts';
import { type Agreed, readConsent, readConsentDay, readDay } from './row-consent.ts';
import type { RowDefaults } from './row-defaults.ts';
import { readNames } from './row-names.ts';
import { readLeaving, readStatus, saysInAWordThatTheyLeft } from './row-standing.ts';
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

/** Reads one line of a list. */
export function readSubscriberRow(record: CsvRecord, columns: Columns, defaults: RowDefaults): SubscriberRow {
  const { line } = record;
  const row = cleanRow(record.cells, columns);
  const draft = readDraft(row, defaults);
  if ('problem' in draft)
    return { line, address: cellOf(row, 'address'), rejected: draft.problem, cells: record.cells };
  return { line, draft };
}

type Person = Pick<SubscriberDraft, 'address' | 'canonical'> & { readonly status: DraftStatus };
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function readDraft(row: Row, defaults: RowDefaults): SubscriberDraft | Problem {
  const { fault } = row;
  if (fault?.isShifted === true && !saysInAWordThatTheyLeft(row)) return fault;
  const status = readStatus(row);
  const leaves = typeof status === 'string' && isLeaving(status);
  const parsed = parseAddress(leaves ? evidentAddress(firstAddress(row)) : firstAddress(row));
  if ('problem' in parsed) return fault ?? parsed;
  const { address, canonical } = parsed;
  if (leaves) return readLeaver(row, { address, canonical, status }, defaults);
  if (fault !== undefined) return fault;
  if (typeof status !== 'string') return status;

  const told = readConsentDay(row, defaults);
  if (typeof told === 'object') return told;
  const joinedAt = readDay(row, 'joinedAt');
  if (typeof joinedAt === 'object') return joinedAt;
  const names = readNames(row);
  if ('problem' in names) return names;
  // Whoever imports a list of readers says that they agreed.
  const agreed = { at: told ?? defaults.at, isTold: told !== undefined || status === 'active' };
  const draft = startDraft(row, { address, canonical, status }, agreed, defaults);
  addNames(draft, names);
  if (joinedAt !== undefined) draft.joinedAt = joinedAt;
  return draft;
}

/** Who has left is known by the address: whatever else cannot be read is left out, and keeps nobody on a list. */
function readLeaver(
  row: Row,
  person: Person & { readonly status: LeavingStatus },
  defaults: RowDefaults,
): SubscriberDraft {
  const leftAt = readLeaving(row);
  const told = readConsentDay(row, defaults);
  const isTold = typeof told === 'string';
  const at = isTold ? told : (leftAt ?? defaults.at);
  if (row.fault !== undefined) {
    const consent = { source: defaults.source, at, ...(isTold ? {} : { proof: unprovenProof }) };
    return { ...person, tags: [], fields: {}, consent, ...(leftAt === undefined ? {} : { leftAt }) };
  }
  const draft = startDraft(row, person, { at, isTold }, defaults);
  const [names, joinedAt] = [readNames(row), readDay(row, 'joinedAt')];
  if (!('problem' in names)) addNames(draft, names);
  if (typeof joinedAt === 'string') draft.joinedAt = joinedAt;
  if (leftAt !== undefined) draft.leftAt = leftAt;
  return draft;
}

function startDraft(
  row: Row,
  person: Person,
  agreed: Agreed,
  defaults: RowDefaults,
): Writable<SubscriberDraft> {
  return {
    ...person,
    tags: readTags(row, defaults.tags),
    fields: readFields(row),
    consent: readConsent(row, agreed, defaults),
  };
}

function addNames(
  draft: Writable<SubscriberDraft>,
  { name, firstName }: { readonly name: string; readonly firstName: string },
): void {
  if (name !== '') draft.name = name;
  if (firstName !== '') draft.firstName = firstName;
}

/** An address book writes several addresses of one kind into a cell. */
function firstAddress(row: Row): string {
  const cell = cellOf(row, 'address');
  return row.columns.known?.addressBook === true ? (cell.split(' ::: ', 1)[0] ?? '') : cell;
}

/** Mail programs write a name before an address, and browsers copy it as a link: whoever left must not be lost for that. */
function evidentAddress(cell: string): string {
  if (cell.length > longestMailbox) return cell;
  return /^[^<>@]*<([^<>]*)>$/.exec(cell)?.[1] ?? cell.replace(/^mailto:/i, '');
}

/** In characters, with a name. */
const longestMailbox = 500;

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
