import type { Place } from '../source/place.ts';
import { displayWidth, keepEnd, keepStart } from './display-width.ts';
import { safe } from './safe-text.ts';

/** A row of an excerpt. Source and marker start in the same column. */
export interface ExcerptRow {
  readonly kind: 'source' | 'marker' | 'gap';
  /** For the margin: the number of a source line. */
  readonly label: string;
  readonly text: string;
}

const tab = '    ';

/** Code units that one column can take, amply. What is further away from a span is not looked at: lines can be huge. */
const mostUnits = 20;

/**
 * The first and the last line of a span, each cut around its marked part so that it takes at most `width` columns
 * and with a marker under it; a gap stands for the lines between them. Empty when the source has no such line, and
 * for nothing at the very start of a file, which is the file as a whole.
 */
export function excerptOf(lines: readonly string[], place: Place, width: number): readonly ExcerptRow[] {
  if (place.endLine === 1 && place.endColumn === 1) return [];
  const last = lastLineOf(place);
  const gap: ExcerptRow = { kind: 'gap', label: '…', text: '' };
  const first = markedLine(lines, place, { number: place.line, width });
  if (last === place.line) return first;
  return [
    ...first,
    ...(last - place.line > 1 ? [gap] : []),
    ...markedLine(lines, place, { number: last, width }),
  ];
}

/** A span that ends before the first column of a line ends on the line before it. */
function lastLineOf(place: Place): number {
  return place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
}

function markedLine(
  lines: readonly string[],
  place: Place,
  { number, width }: { readonly number: number; readonly width: number },
): ExcerptRow[] {
  const line = lines[number - 1];
  // A line that holds what must not appear is shown empty: it has no such span.
  const isHidden = line === '' && place.line === place.endLine && place.endColumn > 1;
  if (line === undefined || isHidden) return [];
  const from = number === place.line ? place.column - 1 : line.search(/\S|$/);
  const to = number === place.endLine ? place.endColumn - 1 : line.length;

  const near = width * mostUnits;
  const before = visible(line.slice(Math.max(0, from - near), from));
  const after = visible(line.slice(to, to + near));
  const span = keepStart(visible(line.slice(from, Math.min(to, from + near))), width - 2);
  const room = width - displayWidth(span);
  const left = keepEnd(before, Math.max(Math.floor(room / 2), room - displayWidth(after)));
  const right = keepStart(after, room - displayWidth(left));
  const marker = ' '.repeat(displayWidth(left)) + '^'.repeat(Math.max(1, displayWidth(span)));
  return [
    { kind: 'source', label: String(number), text: `${left}${span}${right}` },
    { kind: 'marker', label: '', text: marker },
  ];
}

function visible(text: string): string {
  return safe(text.replaceAll('\t', tab));
}
