import leven from 'leven';
import { SubscriberFileError } from '../subscriber-file-error.ts';
import { type ColumnRole, plainHeader } from './column-role.ts';
import { fieldPrefix } from './field-prefix.ts';
import { mapTargets } from './map-targets.ts';
import { leavingRoles, usualHeaders } from './usual-headers.ts';

/** One `--map COLUMN=FIELD`. */
export interface ColumnMap {
  readonly column: string;
  /** What we know of everybody, or the name of a field. */
  readonly to: { readonly role: ColumnRole } | { readonly field: string };
}

/** What may stand behind the `=`, in the plain form; and what people write for one, as headers do that say who has left. */
const roles: ReadonlyMap<string, ColumnRole> = new Map<string, ColumnRole>([
  ...mapTargets.map((role) => [role.toLowerCase(), role] as const),
  ...leavingRoles.flatMap((role) => (usualHeaders[role] ?? []).map((header) => [header, role] as const)),
  ...Object.entries({
    ...({ email: 'address', emailaddress: 'address', fullname: 'name', tag: 'tags' } as const),
    ...({ consented: 'consent', consentedat: 'consent', consentdate: 'consent' } as const),
    ...({ joined: 'joinedAt', optin: 'agreed', subscribed: 'agreed' } as const),
  } satisfies Readonly<Record<string, ColumnRole>>),
]);

/** Reads `COLUMN=FIELD`; throws a sentence that says what was expected. A column may hold an `=`, a field may not. */
export function parseColumnMap(text: string): ColumnMap {
  const [, column = '', field = ''] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
  const name = field.trim();
  if (column.trim() === '' || name === '')
    throw new Error('expected COLUMN=FIELD, such as "Stadt=city" or "E-Mail privat=address"');
  return { column: column.trim(), to: readTarget(name) };
}

function readTarget(name: string): ColumnMap['to'] {
  if (name.startsWith(fieldPrefix) && name.length > fieldPrefix.length)
    return { field: name.slice(fieldPrefix.length) };
  const plain = plainHeader(name);
  const role = roles.get(plain);
  if (role !== undefined) return { role };
  // A misspelt opt-out would be a field, and its people mailed.
  const near = [...roles].find(([word]) => leven(plain, word) <= (word.length > 6 ? 2 : 1));
  if (near !== undefined)
    throw new Error(`did you mean ${near[1]}? A field of that name is ${fieldPrefix}${name}`);
  return { field: name };
}

/** @throws SubscriberFileError when one column is said to be two things */
export function findMappedColumns(
  maps: readonly ColumnMap[],
  titles: readonly string[],
): (readonly [column: number, map: ColumnMap])[] {
  const mapped = maps.map((map) => [findMappedColumn(map, titles), map] as const);
  const twice = mapped.find(([column], index) => mapped.findIndex(([other]) => other === column) < index);
  if (twice !== undefined)
    throw new SubscriberFileError(`the column “${titles[twice[0]] ?? ''}” is named by two --map`, {
      hint: 'leave one of them out',
    });
  return mapped;
}

/**
 * Where in a header the column of a map stands.
 *
 * @throws SubscriberFileError that names the nearest column when it is not there
 */
export function findMappedColumn({ column }: ColumnMap, titles: readonly string[]): number {
  const index = titles.indexOf(column);
  if (index >= 0) return index;
  const plain = plainHeader(column);
  const alike = titles.findIndex((title) => plainHeader(title) === plain);
  if (alike >= 0) return alike;
  const [nearest] = titles
    .filter((title) => title !== '')
    .toSorted((left, right) => leven(plain, plainHeader(left)) - leven(plain, plainHeader(right)));
  throw new SubscriberFileError(`the file has no column “${column}”`, {
    hint: nearest === undefined ? 'its first line names no columns' : `is it “${nearest}”?`,
  });
}
