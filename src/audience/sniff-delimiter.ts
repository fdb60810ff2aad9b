const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter that stands most often in the first line outside quotes; a comma when there is none. */
export function sniffDelimiter(text: string): Delimiter {
  const [firstLine = ''] = text.replaceAll(/"[^"]*"/g, '').split('\n', 1);
  const count = (delimiter: Delimiter): number => firstLine.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
