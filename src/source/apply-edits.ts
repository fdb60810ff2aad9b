import type { Place } from './place.ts';

/** A piece of a file, and what is to stand there instead, with LF line ends. An empty place puts something in. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/**
 * A file's text with the edits made, and every other byte as it was: the byte order mark, the line ends, also mixed
 * ones. New lines end as the file's first one does.
 *
 * @param raw the file's text as it is; places count in it as in the text that `decodeText` makes of it
 * @param edits in any order; they do not overlap
 */
export function applyEdits(raw: string, edits: readonly Edit[]): string {
  const starts = findLineStarts(raw);
  const [lineEnd = '\n'] = /\r\n?|\n/.exec(raw) ?? [];
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? raw.length) + column - 1;
  const fromTheEnd = edits
    .map(({ place, text }) => ({
      start: offsetOf(place.line, place.column),
      end: offsetOf(place.endLine, place.endColumn),
      text: text.replaceAll('\n', lineEnd),
    }))
    .sort((left, right) => right.start - left.start);
  return fromTheEnd.reduce(
    (before, { start, end, text }) => before.slice(0, start) + text + before.slice(end),
    raw,
  );
}

/** A byte order mark has no column. */
function findLineStarts(raw: string): number[] {
  const first = raw.startsWith('\ufeff') ? 1 : 0;
  return [first, ...Array.from(raw.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}
