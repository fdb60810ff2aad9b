import type { Place } from '../../source/place.ts';
import { findInLines } from '../search/find-in-lines.ts';

/** Where a piece of a field’s value stands in the file; the whole value when it is written in another way there. */
export function placeInField(source: string, field: Place, piece: { text: string; start: number }): Place {
  const [written] = findInLines(source.split('\n'), field, /\S.*/g);
  if (written === undefined || field.line !== field.endLine) return field;
  // A quotation mark may stand before the value.
  const at = written.text.indexOf(piece.text, piece.start);
  if (at < 0) return field;
  const column = written.place.column + at;
  return { line: field.line, column, endLine: field.line, endColumn: column + piece.text.length };
}
