import { rejectNotes } from '../rejected-rows.ts';
import type { DayOrder } from '../rows/read-moment.ts';
import { SubscriberFileError } from '../subscriber-file-error.ts';
import { unguardFormula } from '../text/formula-guard.ts';
import { type ColumnMap, findMappedColumns } from './column-map.ts';
import { type ColumnRole, plainHeader } from './column-role.ts';
import { fieldPrefix } from './field-prefix.ts';
import { type KnownExport, recogniseExport } from './known-exports.ts';
import { isCalled, leavingRoles, standingRoles, usualHeaders } from './usual-headers.ts';

export interface Columns {
  /** The header's cells; empty where a column has no name. */
  readonly titles: readonly string[];
  /** Whose export it is, when it is one that we know. */
  readonly known: KnownExport | undefined;
  /** The columns of each role, in the order in which they are asked. An address has one, always. */
  readonly roles: Readonly<Partial<Record<ColumnRole, readonly number[]>>>;
  /** All other columns that are kept, with the field's name. */
  readonly fields: readonly (readonly [column: number, name: string])[];
  /** How days such as 3/1/2021 are meant in a column, where the first rows show it. */
  readonly dayOrders?: ReadonlyMap<number, DayOrder>;
  /** Titles of columns that may say who wants mail, and are not read for that. */
  readonly doubtful?: readonly string[];
  /** The title of a field of days, where no column says when people agreed. */
  readonly perhapsConsent?: string;
}

/** The columns of a file that has no header because it is a list of addresses. */
export const addressesOnly: Columns = {
  titles: ['email'],
  known: undefined,
  roles: { address: [0] },
  fields: [],
};

/** The cells of a header as titles. */
export function readTitles(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => unguardFormula(cell.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()));
}

/**
 * The columns that a header names, or nothing when these cells are no header: none of them stands for an address.
 *
 * @throws SubscriberFileError when two columns have the same title, or a column of `maps` is not there
 */
export function readColumns(cells: readonly string[], maps: readonly ColumnMap[] = []): Columns | undefined {
  const titles = readTitles(cells);
  if (!isHeader(titles, maps)) return undefined;
  refuseTwins(titles);
  const mapped = findMappedColumns(maps, titles);
  const known = recogniseExport(titles.map(plainHeader));
  const roles = mapRoles(findRoles(titles, known), mapped);
  const fields = findFields({ titles, known, roles, mapped });
  refuseTwinFields(fields, titles);
  return { titles, known, roles, fields };
}

/** Whether a line names a column for addresses, by itself or with what the person said. */
export function isHeader(titles: readonly string[], maps: readonly ColumnMap[]): boolean {
  const plain = titles.map(plainHeader);
  const addresses = [...(recogniseExport(plain)?.columns.address ?? []), ...(usualHeaders.address ?? [])];
  if (addresses.some((header) => plain.includes(header))) return true;
  return maps.some(({ column, to }) => {
    return 'role' in to && to.role === 'address' && plain.includes(plainHeader(column));
  });
}

type Roles = Readonly<Partial<Record<ColumnRole, readonly number[]>>>;

function findRoles(titles: readonly string[], known: KnownExport | undefined): Roles {
  const plain = titles.map(plainHeader);
  const placesOf = (role: string, header: string): readonly number[] => {
    // “Status” and “status” are one header, and two columns.
    const places = plain.flatMap((title, column) => (isCalled(title, header) ? [column] : []));
    return standingRoles.has(role) ? places : places.slice(0, 1);
  };
  const found = Object.entries(headersOf(known)).map(([role, headers]) => {
    const there = headers.map((header) => placesOf(role, header)).filter((places) => places.length > 0);
    // The headers of a tool’s status are names of one column, of now and of before.
    const isOne = known === undefined ? !standingRoles.has(role) : role === 'status';
    return [role, (isOne ? there.slice(0, 1) : there).flat()] as const;
  });
  return Object.fromEntries(found.filter(([, places]) => places.length > 0));
}

type Headers = Readonly<Partial<Record<ColumnRole, readonly string[]>>>;

/** What a known export does not say in a column of its own is not guessed from others, but that somebody has left. */
function headersOf(known: KnownExport | undefined): Headers {
  if (known === undefined) return usualHeaders;
  const leaving = leavingRoles.map((role) => {
    return [role, [...(known.columns[role] ?? []), ...(usualHeaders[role] ?? [])]] as const;
  });
  return { ...known.columns, ...Object.fromEntries(leaving) };
}

/** What the person said wins over what the headers say; a column that says who has left counts beside those that do so anyway. */
function mapRoles(found: Roles, mapped: readonly (readonly [number, ColumnMap])[]): Roles {
  const taken = new Set(mapped.map(([index]) => index));
  const roles = new Map<string, readonly number[]>();
  for (const [role, places] of Object.entries(found)) {
    const left = places.filter((index) => !taken.has(index));
    if (left.length > 0) roles.set(role, left);
  }
  const named = mapped.flatMap(([index, { to }]) => ('role' in to ? [{ index, role: to.role }] : []));
  for (const [role, columns] of Map.groupBy(named, (each) => each.role)) {
    const places = columns.map(({ index }) => index);
    const others = standingRoles.has(role) ? (roles.get(role) ?? []) : [];
    roles.set(role, [...others, ...places]);
  }
  return Object.fromEntries(roles);
}

interface Assigned {
  readonly titles: readonly string[];
  readonly known: KnownExport | undefined;
  readonly roles: Roles;
  readonly mapped: readonly (readonly [number, ColumnMap])[];
}

function findFields({ titles, known, roles, mapped }: Assigned): (readonly [number, string])[] {
  // A last name becomes part of the name, and stays a field of its own.
  const { lastName: _, ...consumed } = roles;
  const taken = new Set(Object.values(consumed).flat());
  const named = new Map(mapped.flatMap(([index, { to }]) => ('field' in to ? [[index, to.field]] : [])));
  return titles.flatMap((title, column): (readonly [number, string])[] => {
    const field = named.get(column);
    if (field !== undefined) return [[column, field]];
    const isName = roles.lastName?.includes(column) ?? false;
    if (title === '' || taken.has(column) || isNote(titles, column)) return [];
    if (!isName && isLeftOut(title, known)) return [];
    return [[column, withoutPrefix(title)]];
  });
}

function withoutPrefix(title: string): string {
  return title.startsWith(fieldPrefix) && title.length > fieldPrefix.length
    ? title.slice(fieldPrefix.length)
    : title;
}

function isLeftOut(title: string, known: KnownExport | undefined): boolean {
  const plain = plainHeader(title);
  if (known?.kept !== undefined) return !known.kept.includes(plain);
  return known?.leftOut?.includes(plain) ?? false;
}

/** What `--rejects` writes before a row: mended, its file is imported as the one that it came from. */
function isNote(titles: readonly string[], column: number): boolean {
  return column < 2 && rejectNotes.every((note, index) => titles[index] === note);
}

function refuseTwins(titles: readonly string[]): void {
  const twin = titles.find((title, column) => title !== '' && titles.indexOf(title) < column);
  if (twin === undefined) return;
  const hint = 'rename or remove one of them';
  throw new SubscriberFileError(`two columns of the file are named “${twin}”`, { hint });
}

/** Of two columns that become one field the second would win, in silence. */
function refuseTwinFields(fields: Columns['fields'], titles: readonly string[]): void {
  const names = fields.map(([, name]) => name);
  const twin = fields.find(([, name], at) => names.indexOf(name) < at);
  if (twin === undefined) return;
  const first = fields[names.indexOf(twin[1])]?.[0] ?? 0;
  throw new SubscriberFileError(
    `the columns “${titles[first] ?? ''}” and “${titles[twin[0]] ?? ''}” would both be the field “${twin[1]}”`,
    { hint: 'give one of them another name by --map' },
  );
}
