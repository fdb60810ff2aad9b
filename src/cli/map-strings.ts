/** A document of plain data with every string in it replaced; keys stay. */
export function mapStrings(document: unknown, replace: (text: string) => string): unknown {
  if (typeof document === 'string') return replace(document);
  if (Array.isArray(document)) return document.map((item) => mapStrings(item, replace));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, mapStrings(value, replace)]),
  );
}
