/**
 * A spreadsheet runs a cell that starts with one of these signs, half or full width, as a formula; and so it does in the
 * middle of a cell, where it takes a semicolon for the end of one, as it does in half of Europe. The apostrophe makes it
 * text; where apostrophes stand before such a sign there is one more, so that taking one away is always right.
 */
const guardable = /(^|;[\s"]*)('*[=+\-@\t\r＝＋－＠])/gu;
const guarded = /(^|;[\s"]*)'('*[=+\-@\t\r＝＋－＠])/gu;

/** Makes a value safe to open in a spreadsheet. */
export function guardFormula(value: string): string {
  return value.replaceAll(guardable, "$1'$2");
}

/** The value as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  // Nearly all cells of a long list are neither: to look for more takes a sixth of the time of an import.
  return cell.startsWith("'") || cell.includes(';') ? cell.replaceAll(guarded, '$1$2') : cell;
}
