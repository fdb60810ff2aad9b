import type { LineMatch } from '../search/find-in-lines.ts';

/** Matches in the order of their places. */
export function inOrder<Match extends LineMatch>(matches: readonly Match[]): readonly Match[] {
  return matches.toSorted(
    ({ place: left }, { place: right }) => left.line - right.line || left.column - right.column,
  );
}
