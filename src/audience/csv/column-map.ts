import leven from 'leven';
import { type ColumnRole, plainHeader } from './known-exports.ts';
import { SubscriberFileError } from './subscriber-file-error.ts';

/** One `--map COLUMN=FIELD`. */
export interface ColumnMap {
  readonly column: string;
  /** What we know of everybody, or the name of a field. */
  readonly to: { readonly role: ColumnRole } | { readonly field: string };
}

/** What may stand behind the `=`, without case. */
const roles: Readonly<Record<string, ColumnRole>> = {
  address: 'address',
  email: 'address',
  name: 'name',
  firstname: 'firstName',
  lastname: 'lastName',
  status: 'status',
  tags: 'tags',
  consent: 'consent',
  source: 'source',
  proof: 'proof',
  wording: 'wording',
  joinedat: 'joinedAt',
  unsubscribedat: 'unsubscribedAt',
  suppressedat: 'suppressedAt',
};

/** Reads `COLUMN=FIELD`; throws a sentence that says what was expected. A column may hold an `=`, a field may not. */
export function parseColumnMap(text: string): ColumnMap {
  const [, column = '', field = ''] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
  const name = field.trim();
  if (column.trim() === '' || name === '')
    throw new Error('expected COLUMN=FIELD, such as "Stadt=city" or "E-Mail privat=address"');
  const plain = name.toLowerCase();
  const role = Object.hasOwn(roles, plain) ? roles[plain] : undefined;
  return { column: column.trim(), to: role === undefined ? { field: name } : { role } };
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
