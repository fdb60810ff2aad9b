import { splitTags } from '../../split-tags.ts';
import type { Columns } from '../columns/csv-columns.ts';
import type { Row } from './row.ts';

const noTags: readonly string[] = [];

/** Many rows have the same tags as the one before. */
let last: (TagSource & { readonly tags: readonly string[] }) | undefined;

interface TagSource {
  readonly columns: Columns;
  readonly cells: string;
  readonly added: readonly string[];
}

/**
 * The tags of a row, each once.
 *
 * @param added to everybody
 */
export function readTags(row: Row, added: readonly string[]): readonly string[] {
  const { roles } = row.columns;
  if (roles.tags === undefined && added.length === 0) return noTags;
  const cells = (roles.tags ?? []).map((column) => row.cells[column] ?? '').join('\n');
  if (last?.columns !== row.columns || last.cells !== cells || last.added !== added)
    last = { columns: row.columns, cells, added, tags: findTags(row, added) };
  return last.tags;
}

function findTags(row: Row, added: readonly string[]): readonly string[] {
  const { roles, known } = row.columns;
  const own = (roles.tags ?? []).flatMap((column) => splitTags(row.cells[column] ?? ''));
  // An address book marks its own groups by a star: everybody is in them.
  const meant = known?.addressBook === true ? own.filter((tag) => !tag.startsWith('* ')) : own;
  return [...new Set([...meant, ...added.flatMap(splitTags)])];
}
