import { SubscriberFileError } from './subscriber-file-error.ts';

export type ColumnRole =
  | 'email'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'tags'
  | 'status'
  | 'source'
  | 'consentedAt'
  | 'consentProof';

/** The headers by which a role is known, without case, spaces, hyphens and underscores; the first that is there wins. */
const headers: Readonly<Record<ColumnRole, readonly string[]>> = {
  email: ['email', 'emailaddress', 'email1value', 'mail', 'address'],
  name: ['name', 'fullname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'familyname', 'surname'],
  tags: ['tags', 'tag'],
  status: ['status', 'subscribedtoemails'],
  source: ['source'],
  consentedAt: ['consentedat'],
  consentProof: ['consentproof'],
};

export interface Columns {
  /** The column of each role. An address has one, always. */
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>> & { readonly email: number };
  /** All other columns that have a name, which is the field's name. */
  readonly fields: ReadonlyMap<number, string>;
}

/** The columns of a file that has no header because it is a list of addresses. */
export const addressesOnly: Columns = { roles: { email: 0 }, fields: new Map() };

/**
 * The columns that a header names, or nothing when these cells are no header: none of them stands for an address.
 *
 * @throws SubscriberFileError when two columns have the same name
 */
export function readColumns(cells: readonly string[]): Columns | undefined {
  const names = cells.map((cell) => cell.trim());
  const { email, ...others } = findRoles(names);
  if (email === undefined) return undefined;
  refuseTwins(names);
  // A last name becomes part of the name, and stays a field of its own.
  const { lastName: _, ...consumed } = { email, ...others };
  const taken = new Set(Object.values(consumed));
  const fields = [...names.entries()].filter(([column, name]) => name !== '' && !taken.has(column));
  return { roles: { email, ...others }, fields: new Map(fields) };
}

function findRoles(names: readonly string[]): Partial<Record<ColumnRole, number>> {
  const plain = names.map((name) => name.toLowerCase().replaceAll(/[\s_-]/g, ''));
  const found = Object.entries(headers).flatMap(([role, known]) => {
    const column = known.map((header) => plain.indexOf(header)).find((index) => index >= 0);
    return column === undefined ? [] : [[role, column]];
  });
  return Object.fromEntries(found);
}

function refuseTwins(names: readonly string[]): void {
  const folded = names.map((name) => name.toLowerCase());
  const twin = names.find((name, column) => name !== '' && folded.indexOf(name.toLowerCase()) < column);
  if (twin === undefined) return;
  throw new SubscriberFileError(`two columns of the file are named “${twin}”`, {
    hint: 'rename or remove one of them',
  });
}
