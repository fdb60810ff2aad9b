import { stringify } from 'csv-stringify/sync';
import { guardFormula, unguardFormula } from './text/formula-guard.ts';

/** The titles of what stands before each rejected row. */
export const rejectNotes = ['line', 'reason'] as const;

/** A row of a file as it was, and why it was not taken. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** The header of a file of rejected rows, in UTF-8 with a mark, for Excel. */
export function formatRejectHeader(titles: readonly string[]): string {
  return `\ufeff${toCsv([...rejectNotes, ...titles])}`;
}

/** A rejected row as a line of CSV that a spreadsheet runs nothing of. */
export function formatReject({ line, reason, cells }: RejectedRow): string {
  return toCsv([String(line), reason, ...cells]);
}

function toCsv(cells: readonly string[]): string {
  // Of our own export cells are guarded already.
  return stringify([cells.map((cell) => guardFormula(unguardFormula(cell)))]);
}
