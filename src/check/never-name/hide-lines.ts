import { SourceOffsets } from '../search/source-offsets.ts';
import { findMentions } from './find-never-names.ts';
import type { NeverNameList } from './never-name-list.ts';

/** A text for showing its lines: those that hold a name are empty, whatever finding they are shown for. */
export function hideLines(text: string, list: NeverNameList): string {
  const hidden = hiddenLines(text, list);
  if (hidden.size === 0) return text;
  return text
    .split('\n')
    .map((line, index) => (hidden.has(index + 1) ? '' : line))
    .join('\n');
}

/** The numbers of the lines that hold a name, or a part of one, from 1; a word that is allowed is hidden, too. */
function hiddenLines(text: string, list: NeverNameList): ReadonlySet<number> {
  const offsets = new SourceOffsets(text);
  return new Set(
    findMentions(text, list).flatMap(({ start, end }) => {
      const { line, endLine } = offsets.placeOf(start, end);
      return Array.from({ length: endLine - line + 1 }, (_, index) => line + index);
    }),
  );
}
