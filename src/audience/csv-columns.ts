import { unguardFormula } from './formula-guard.ts';
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
  email: ['email', 'emailaddress', 'email1value', 'mail', 'address', 'emailadresse', 'correo', 'courriel'],
  name: ['name', 'fullname', 'nombrecompleto', 'nomcomplet'],
  firstName: ['firstname', 'givenname', 'vorname', 'prénom', 'prenom', 'nombre', 'voornaam'],
  lastName: [
    'lastname',
    'familyname',
    'surname',
    'nachname',
    'familienname',
    'nom',
    'apellidos',
    'achternaam',
  ],
  tags: ['tags', 'tag'],
  status: ['status', 'subscribedtoemails'],
  source: ['source'],
  consentedAt: ['consentedat'],
  consentProof: ['consentproof'],
};

export interface Columns {
  /** The header's cells; empty where a column has no name. */
  readonly titles: readonly string[];
  /** The column of each role. An address has one, always. */
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>> & { readonly email: number };
  /** All other columns that have a title, which is the field's name. */
  readonly fields: ReadonlyMap<number, string>;
}

/** The columns of a file that has no header because it is a list of addresses. */
export const addressesOnly: Columns = { titles: ['email'], roles: { email: 0 }, fields: new Map() };

/**
 * The columns that a header names, or nothing when these cells are no header: none of them stands for an address.
 *
 * @throws SubscriberFileError when two columns have the same title
 */
export function readColumns(cells: readonly string[]): Columns | undefined {
  const titles = cells.map((cell) => unguardFormula(cell.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()));
  const { email, ...others } = findRoles(titles);
  if (email === undefined) return undefined;
  refuseTwins(titles);
  const roles = { email, ...others };
  // A last name becomes part of the name, and stays a field of its own.
  const { lastName: _, ...consumed } = roles;
  const taken = new Set(Object.values(consumed));
  const fields = [...titles.entries()].filter(([column, title]) => title !== '' && !taken.has(column));
  return { titles, roles, fields: new Map(fields) };
}

function findRoles(titles: readonly string[]): Partial<Record<ColumnRole, number>> {
  const plain = titles.map((title) => title.toLowerCase().replaceAll(/[\s_-]/g, ''));
  const found = Object.entries(headers).flatMap(([role, known]) => {
    const column = known.map((header) => plain.indexOf(header)).find((index) => index >= 0);
    return column === undefined ? [] : [[role, column]];
  });
  return Object.fromEntries(found);
}

function refuseTwins(titles: readonly string[]): void {
  const twin = titles.find((title, column) => title !== '' && titles.indexOf(title) < column);
  if (twin === undefined) return;
  const hint = 'rename or remove one of them';
  throw new SubscriberFileError(`two columns of the file are named “${twin}”`, { hint });
}
