import type { Place } from '../../source/place.ts';
import type { NeverNameHit } from './find-never-names.ts';

/** Where a hit starts in a text. Its end is not told: it would give away how long the name is. */
export function placeOfHit(text: string, { start }: NeverNameHit): Place {
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const column = start - before.lastIndexOf('\n');
  return { line, column, endLine: line, endColumn: column + 1 };
}
