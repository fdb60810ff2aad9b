/** A text as it compares with another: case, width and the number of spaces do not count. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
