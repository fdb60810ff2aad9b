import { isSpace, trimEdges } from '../../trim-edges.ts';
import type { ColumnRole } from '../columns/column-role.ts';
import type { Columns } from '../columns/csv-columns.ts';
import { unguardFormula } from '../text/formula-guard.ts';

/** A line of a list whose cells are as they are kept. */
export interface Row {
  readonly cells: readonly string[];
  readonly columns: Columns;
  /** What is wrong with the first cell that cannot be kept. */
  readonly fault?: RowFault;
}

/** Why a row is not taken, for people. */
export interface Problem {
  readonly problem: string;
}

export interface RowFault extends Problem {
  /** The cells may not be those of their columns: a quote or a comma is missing or too much. */
  readonly isShifted: boolean;
}

/** Of the columns of a role the first that says something. */
export function cellOf({ cells, columns }: Row, role: ColumnRole): string {
  const places = columns.roles[role];
  if (places === undefined) return '';
  for (const column of places) {
    const cell = cells[column] ?? '';
    if (cell !== '') return cell;
  }
  return '';
}

/** The column of a role that says something; -1 where none does. */
export function placeOf({ cells, columns }: Row, role: ColumnRole): number {
  return columns.roles[role]?.find((column) => (cells[column] ?? '') !== '') ?? -1;
}

/** Whether a cell is empty, as databases and spreadsheets write it. */
export function isNothing(cell: string): boolean {
  return cell === '' || nothings.has(cell.toLowerCase());
}

const nothings: ReadonlySet<string> = new Set([
  ...['-', '–', '—', '?', '/', '\\n', 'none', '(none)', 'null', '<null>', 'nil', 'nan', 'undefined', 'n/a'],
  ...['na', '#n/a', '#nv', 'k.a.', '(empty)', 'empty', '(leer)', 'leer', 'no value', 'no date', 'not set'],
  ...['tbd', '[]'],
]);

/** The row of a line as it stands in the file. */
export function cleanRow(raw: readonly string[], columns: Columns): Row {
  const { titles } = columns;
  const cells: string[] = [];
  let fault: RowFault | undefined;
  for (let column = 0; column < raw.length; column += 1) {
    const cell = raw[column] ?? '';
    const title = titles[column] ?? '';
    const isPlain = plainCell.test(cell);
    const cleaned = isPlain ? cell : cleanCell(cell);
    cells.push(cleaned);
    if (title === '' && cleaned !== '') {
      const problem = `column ${column + 1} has a value and no name: is a quote missing?`;
      fault ??= { problem, isShifted: true };
    } else if (!isPlain && control.test(cleaned))
      fault ??= { problem: `“${title}” holds a control character`, isShifted: false };
    else if (cell.length > longestCell) {
      const problem = `“${title}” is longer than ${longestCell} characters: is a quote missing?`;
      fault ??= { problem, isShifted: true };
    }
  }
  return fault === undefined ? { cells, columns } : { cells, columns, fault };
}

/** In characters. What is longer is the rest of a file behind a quote that nothing closes, and would be in every mail. */
const longestCell = 10_000;

/**
 * Most cells, with the letters of Latin scripts: nothing at either end that does not count, no formula, no sign that
 * needs a look, such as a semicolon.
 */
const plainCell = /^(?:[0-9A-Za-z\u00c0-\u024f](?:[ -:<-~\u00c0-\u024f]*[!-:<-~\u00c0-\u024f])?)?$/;

/** Spreadsheets keep the line breaks and tabs of a cell; a value of ours has none. */
function cleanCell(cell: string): string {
  const line = lineBreak.test(cell) ? cell.replaceAll(/\r\n?|\n|\t/g, ' ') : cell;
  return unguardFormula(isEdge(line, 0) || isEdge(line, -1) ? trimEdges(line, isSpace) : line);
}

const lineBreak = /[\r\n\t]/;

/** Whether a text may have a space there: letters, which nearly all cells start and end with, need no closer look. */
function isEdge(text: string, index: number): boolean {
  const code = text.at(index)?.charCodeAt(0) ?? 0;
  return code <= 0x20 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000);
}

/** Whatever can end a header line, or turn the direction of what follows. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
