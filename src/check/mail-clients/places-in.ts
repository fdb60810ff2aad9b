import type { Place } from '../../source/place.ts';

/** Turns spans that count from the start of a text into places in it. Lines end with LF. */
export function placesIn(text: string): (start: number, end: number) => Place {
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const locate = (offset: number): { line: number; column: number } => {
    const line = countUpTo(lineStarts, offset);
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
  };
  return (start, end) => {
    const from = locate(start);
    const to = locate(end);
    return { ...from, endLine: to.line, endColumn: to.column };
  };
}

/** How many of the ascending numbers are not above the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
