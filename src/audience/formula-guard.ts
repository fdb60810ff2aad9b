/**
 * A spreadsheet runs a cell that starts with one of these, half or full width, as a formula. The apostrophe makes it
 * text; a cell that has apostrophes before such a sign gets one more, so that taking one away is always right.
 */
const guardable = /^'*[=+\-@\t\r＝＋－＠]/u;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/u;

/** Makes a value safe to open in a spreadsheet. */
export function guardFormula(value: string): string {
  return guardable.test(value) ? `'${value}` : value;
}

/** The value as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
