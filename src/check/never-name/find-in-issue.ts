import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { findMentions, findNeverNames } from './find-never-names.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { placeOfHit } from './place-of-hit.ts';
import { isReleasedAt } from './release-places.ts';

/** An entry of the list that shows in an issue: in its text, or in the name of its file. */
export interface NameInIssue {
  readonly entry: NeverName;
  readonly place: Place;
  /** The last line that it touches. */
  readonly lastLine: number;
  /** Whether it shows in running text, in the address of a link, or in the name of a file. */
  readonly within: 'text' | 'link' | 'file';
  /** Whether the list says that it is only a word here. */
  readonly isReleased: boolean;
}

/** Every entry of the list that an issue shows, also where the list allows it. */
export function findInIssue({ file, source }: WrittenIssue, list: NeverNameList): readonly NameInIssue[] {
  const offsets = new SourceOffsets(source);
  const inText = findMentions(source, list).map((mention): NameInIssue => {
    const { entry, start, end, isAllowed } = mention;
    const place = placeOfHit(offsets, mention);
    return {
      entry,
      place,
      lastLine: offsets.placeOf(start, end).endLine,
      within: within(source, start),
      isReleased: isAllowed || isReleasedAt(entry, file, place),
    };
  });
  const inName = findNeverNames(file, list).map(
    ({ entry }): NameInIssue => ({
      entry,
      place: startOfFile,
      lastLine: 0,
      within: 'file',
      isReleased: false,
    }),
  );
  return [...inName, ...inText];
}

const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 2 };

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
