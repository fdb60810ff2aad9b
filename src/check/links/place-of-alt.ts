import type { Image, ImageReference } from 'mdast';
import type { Place } from '../../source/place.ts';

/** Where the description of an image stands; the whole image when it is spelled differently there. */
export function placeOfAlt(lines: readonly string[], place: Place, { alt }: Image | ImageReference): Place {
  const column = place.column + '!['.length;
  const line = lines[place.line - 1] ?? '';
  if (!alt || !line.startsWith(`![${alt}]`, place.column - 1)) return place;
  return { line: place.line, column, endLine: place.line, endColumn: column + alt.length };
}
