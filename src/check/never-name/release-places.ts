import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { SourceOffsets } from '../search/source-offsets.ts';
import { findNeverNames } from './find-never-names.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { placeOfHit } from './place-of-hit.ts';

/** `issues/012.md:14` or, where a line has the word twice, `issues/012.md:14:7`. */
const placePattern = /^(?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/;

/** Whether an entry allows the word at this place of this file. */
export function isReleasedAt({ allow }: NeverName, file: string, { line, column }: Place): boolean {
  return allow.some((place) => {
    const { groups } = placePattern.exec(place) ?? {};
    if (groups === undefined || groups['file'] !== file || Number(groups['line']) !== line) return false;
    return groups['column'] === undefined || Number(groups['column']) === column;
  });
}

/**
 * The list as it is held against pages and messages, in which the places of the sources mean nothing: each allowed
 * place becomes the few words around it.
 */
export function releasePlaces(list: NeverNameList, issues: readonly WrittenIssue[]): NeverNameList {
  return list.map((entry) => ({
    ...entry,
    allow: [...entry.allow, ...issues.flatMap((issue) => phrasesOf(entry, issue))],
  }));
}

function phrasesOf(entry: NeverName, { file, source }: WrittenIssue): string[] {
  // Most entries release nothing here: no text is searched for them.
  if (!entry.allow.some((place) => placePattern.exec(place)?.groups?.['file'] === file)) return [];
  const offsets = new SourceOffsets(source);
  return findNeverNames(source, [entry])
    .filter((hit) => isReleasedAt(entry, file, placeOfHit(offsets, hit)))
    .flatMap(({ start, end }) => {
      const before = lastWords(
        source
          .slice(Math.max(0, start - nearby), start)
          .split('\n')
          .at(-1) ?? '',
      );
      const [after = ''] = source.slice(end, end + nearby).split('\n', 1);
      const word = source.slice(start, end);
      // Beside markup one side of it may look different on the page; two words on the other side tell enough.
      return [
        [...before.slice(-1), word, ...firstWords(after).slice(0, 1)],
        [word, ...firstWords(after)],
        [...before, word],
      ]
        .filter((words) => words.length > 2)
        .map((words) => words.join(' '));
    });
}

/** Signs beside a word in which the words next to it are looked for: a line can be the whole file. */
const nearby = 200;

function firstWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 2) ?? [];
}

function lastWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu)?.slice(-2) ?? [];
}
