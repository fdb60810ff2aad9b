import type { WrittenIssue } from '../../issue/issue.ts';
import { inOrder } from '../reading/in-order.ts';
import type { LineMatch } from '../search/find-in-lines.ts';
import type { TextMatch } from '../search/find-in-stretches.ts';
import { findInView } from '../search/find-in-view.ts';
import { mayMatch } from '../search/may-match.ts';
import type { Pattern } from '../search/pattern.ts';
import { candidatesOf, type WrittenCandidate } from './active-candidates.ts';
import { readCandidate } from './read-candidate.ts';

/** Every match of a global pattern in what readers read about the candidates of an issue, however it is disguised. */
export function findInCandidates(issue: WrittenIssue, pattern: Pattern): readonly TextMatch[] {
  return candidatesOf(issue).flatMap((candidate) => findInCandidate(issue, candidate, pattern));
}

/** Every match of a global pattern in what readers read about a candidate, however it is disguised. */
export function findInCandidate(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  pattern: Pattern,
): readonly TextMatch[] {
  const { shown, offsets } = readCandidate(issue, candidate);
  if (
    !mayMatch(
      pattern,
      shown.map(({ view }) => view.text),
    )
  )
    return [];
  return shown.flatMap(({ view, field }) =>
    findInView(view, pattern, offsets).map((match) => ({
      ...match,
      block: candidate,
      ...(field === undefined ? {} : { field }),
    })),
  );
}

/** Every match of a global pattern in all that is published of a candidate: in code, addresses and titles of links too. */
export function findInWholeCandidate(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  pattern: Pattern,
): readonly LineMatch[] {
  const { published, offsets } = readCandidate(issue, candidate);
  if (
    !mayMatch(
      pattern,
      published.map(({ text }) => text),
    )
  )
    return [];
  const matches = published.flatMap((view) => findInView(view, pattern, offsets));
  // The words of a link can be its address.
  const once = new Map(matches.map((match) => [`${match.place.line}:${match.place.column}`, match]));
  return inOrder([...once.values()]);
}
