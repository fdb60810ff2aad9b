/** A text without what stands around it. A pattern that ends with `$` would take a time that grows with the square. */
export function trimEdges(text: string, isEdge: (character: string) => boolean): string {
  let [start, end] = [0, text.length];
  while (start < end && isEdge(text[start] ?? '')) start += 1;
  while (end > start && isEdge(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

/** A space of whatever width, or a tab. */
export function isSpace(character: string): boolean {
  return /[\p{Zs}\t]/u.test(character);
}
