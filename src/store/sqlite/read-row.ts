import type { SQLOutputValue } from 'node:sqlite';

/** A row as SQLite gives it; the readers below turn its columns into what the schema says they are. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : refuse(column, 'text');
}

export function integerOf(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : refuse(column, 'a number');
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : refuse(column, 'bytes');
}

/** A text that the schema limits to these words. */
export function wordOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  return words.find((word) => word === row[column]) ?? refuse(column, `one of ${words.join(', ')}`);
}

/** Undefined when the column is NULL. */
export function optionalTextOf(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : textOf(row, column);
}

/** Undefined when the column is NULL. */
export function optionalIntegerOf(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : integerOf(row, column);
}

function refuse(column: string, expected: string): never {
  throw new TypeError(`the column ${column} does not hold ${expected}`);
}
