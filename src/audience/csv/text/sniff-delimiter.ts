const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** So many lines may hold the header: some tools write notes above it. */
const mostLines = 12;

/**
 * The delimiter of a file. Where a line is a header when it is split by one, that one; otherwise the one that stands most
 * often in the first line. What stands in quotes does not count. A comma when there is none.
 *
 * @param isHeader whether these cells name the columns
 */
export function sniffDelimiter(text: string, isHeader: (cells: readonly string[]) => boolean): Delimiter {
  const lines = text.replaceAll(/"[^"]*"/g, (quoted) => quoted.replaceAll(/[,;\t|\n]/g, ' '));
  const heads = lines.split('\n', mostLines);
  for (const line of heads) {
    const found = delimiters.filter((delimiter) => isHeader(cellsOf(line, delimiter)));
    if (found.length > 0) return mostFrequent(found, line);
  }
  return mostFrequent(delimiters, heads.find((line) => line.trim() !== '') ?? '');
}

function cellsOf(line: string, delimiter: Delimiter): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
}

function mostFrequent(candidates: readonly Delimiter[], line: string): Delimiter {
  const count = (delimiter: Delimiter): number => line.split(delimiter).length;
  return candidates.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}
