/** Lines one by one; nobody reads a hundred thousand of them, and `--json` has them all. */
const mostLines = 50;

/** The first of many things as lines, and how many more there are. */
export function firstLines<Item>(
  items: readonly Item[],
  format: (item: Item) => string,
  { indent = '' } = {},
): string[] {
  const more = items.length - mostLines;
  return [
    ...items.slice(0, mostLines).map((item) => `${indent}${format(item)}`),
    ...(more > 0 ? [`${indent}and ${more} more; --json lists them all`] : []),
  ];
}
