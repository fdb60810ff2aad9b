import type { Encoding } from '../text/decode-bytes.ts';
import type { Columns } from './csv-columns.ts';
import { fieldPrefix } from './field-prefix.ts';

/** What a file was read as, to be told. */
export interface FileFormat {
  /** Whose export it is, when it is one that we know. */
  readonly export?: string;
  /** An address book: nobody in it has asked for a newsletter by that. */
  readonly addressBook?: true;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: readonly ColumnUse[];
  /** Titles of columns that may say who wants mail, and are not read for that. */
  readonly doubtful?: readonly string[];
  /** The title of a field of days, where no column says when people agreed. */
  readonly perhapsConsent?: string;
}

export interface ColumnUse {
  readonly column: string;
  /** `address`, `firstName` and the like; `fields.city` for a field; nothing for a column that is left out. */
  readonly as: readonly string[];
}

/** What becomes of each column that has a title. */
export function describeColumns({
  titles,
  known,
  roles,
  fields,
  doubtful,
  perhapsConsent,
}: Columns): Omit<FileFormat, 'encoding' | 'delimiter'> {
  const uses = titles.map((column, index): ColumnUse => {
    const played = Object.entries(roles).filter(([, places]) => places.includes(index));
    const named = fields.filter(([place]) => place === index);
    return {
      column,
      as: [...played.map(([role]) => role), ...named.map(([, name]) => `${fieldPrefix}${name}`)],
    };
  });
  return {
    ...(known === undefined ? {} : { export: known.name }),
    ...(known?.addressBook === true ? { addressBook: true } : {}),
    columns: uses.filter(({ column }) => column !== ''),
    ...(doubtful === undefined ? {} : { doubtful }),
    ...(perhapsConsent === undefined ? {} : { perhapsConsent }),
  };
}
