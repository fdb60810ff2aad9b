import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findNeverNames } from './find-never-names.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { placeOfHit } from './place-of-hit.ts';
import { isReleasedAt } from './release-places.ts';

/** An entry of the list that shows in an issue's file. */
export interface NameInIssue {
  readonly entry: NeverName;
  readonly place: Place;
  /** Whether it shows in running text, in the address of a link, or in the name of a file. */
  readonly within: 'text' | 'link' | 'file';
}

/** Every entry of the list that the text of an issue's file shows, but for the places that the list allows. */
export function findInIssue({ file, source }: WrittenIssue, list: NeverNameList): readonly NameInIssue[] {
  return findNeverNames(source, list).flatMap((hit) => {
    const place = placeOfHit(source, hit);
    if (isReleasedAt(hit.entry, file, place)) return [];
    return [{ entry: hit.entry, place, within: within(source, hit.start) }];
  });
}

function within(source: string, start: number): NameInIssue['within'] {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', start);
  const line = source.slice(lineStart, lineEnd < 0 ? source.length : lineEnd);
  const covers = (pattern: RegExp): boolean =>
    Array.from(line.matchAll(pattern)).some(({ 0: run, index }) => {
      const from = lineStart + index;
      return from <= start && start < from + run.length;
    });
  if (covers(/(?:https?:\/\/|mailto:|www\.)[^\s<>"'()]*/gi)) return 'link';
  return covers(/[^\s<>"'()]{1,200}\.(?:png|jpe?g|gif|webp|svg|pdf|docx?)\b/gi) ? 'file' : 'text';
}
