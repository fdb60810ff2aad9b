import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Row } from './read-row.ts';

/** Few at a time: who is forgotten at once costs nothing; of longer pages half outlive a collection, a million times. */
const pageSize = 20;

interface Walked {
  /** The column by which the rows are ordered: no two have the same. */
  readonly key: string;
  /** Lies before every key. */
  readonly start: number | '';
}

/**
 * Walks a long answer by pages: memory stays flat, whoever reads may write in between, and no reader stays open that
 * would keep the write-ahead log from shrinking.
 *
 * @param select the rows whose key is greater than `:after`, in the order of the key; a limit is added
 */
export function prepareWalk(
  database: DatabaseSync,
  select: string,
  { key, start }: Walked,
): (parameters?: Readonly<Record<string, SQLInputValue>>) => Generator<Row> {
  const readPage = database.prepare(`${select} LIMIT ${pageSize}`);
  // A row that Node makes as an object leaves 65 bytes that only a full collection frees, a million times; an array none.
  readPage.setReturnArrays(true);
  const columns = readPage.columns().map(({ name }) => name);
  const keyAt = columns.indexOf(key);
  return function* (parameters = {}) {
    for (let after: SQLInputValue = start; ; ) {
      // The types of Node know nothing of arrays.
      const page = readPage.all({
        ...parameters,
        after,
      }) as unknown as readonly (readonly SQLOutputValue[])[];
      for (const values of page) yield toRow(columns, values);
      const last = page.at(-1)?.[keyAt];
      if (last === undefined || page.length < pageSize) return;
      after = last;
    }
  };
}

function toRow(columns: readonly string[], values: readonly SQLOutputValue[]): Row {
  const row: Record<string, SQLOutputValue> = {};
  for (const [at, column] of columns.entries()) row[column] = values[at] ?? null;
  return row;
}
