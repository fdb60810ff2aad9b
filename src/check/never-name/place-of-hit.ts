import type { Place } from '../../source/place.ts';
import type { SourceOffsets } from '../search/source-offsets.ts';
import type { NeverNameHit } from './find-never-names.ts';

/** Where a hit starts in a text. Its end is not told: it would give away how long the name is. */
export function placeOfHit(offsets: SourceOffsets, { start }: NeverNameHit): Place {
  const { line, column } = offsets.placeOf(start, start);
  return { line, column, endLine: line, endColumn: column + 1 };
}
