/**
 * Columns of text, each as wide as its widest cell, two spaces apart. Widths are counted in characters as people
 * count them; wide scripts may sit a little off, which is better than a table of widths of our own.
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => countCharacters(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - countCharacters(cell)));
}

function countCharacters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
