import { findNeverNames } from './find-never-names.ts';
import type { NeverNameList } from './never-name-list.ts';

/** A text for showing its lines: those that hold a name are empty, whatever finding they are shown for. */
export function hideLines(text: string, list: NeverNameList): string {
  const hits = findNeverNames(
    text,
    list.map((entry) => ({ ...entry, allow: [] })),
  );
  if (hits.length === 0) return text;
  const hidden = new Set(hits.flatMap(({ start, end }) => linesOf(text, start, end)));
  return text
    .split('\n')
    .map((line, index) => (hidden.has(index) ? '' : line))
    .join('\n');
}

/** The indexes of the lines that a stretch touches. */
function linesOf(text: string, start: number, end: number): number[] {
  const first = text.slice(0, start).split('\n').length - 1;
  const count = text.slice(start, end).split('\n').length;
  return Array.from({ length: count }, (_, index) => first + index);
}
