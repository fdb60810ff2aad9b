import type { WrittenIssue } from '../../issue/issue.ts';
import type { LineMatch } from '../reading/find-in-lines.ts';
import { findInStretches, type TextMatch } from '../reading/find-in-stretches.ts';
import { findInView } from '../reading/find-in-view.ts';
import { inOrder } from '../reading/in-order.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';
import { SourceOffsets } from '../reading/source-offsets.ts';
import { stretchesOf } from '../reading/stretches.ts';
import { candidatesOf, type WrittenCandidate } from './active-candidates.ts';
import { viewTargets } from './view-targets.ts';
import { withoutDisguise } from './without-disguise.ts';

/** Every match of a global pattern in what readers read about the candidates of an issue, however it is disguised. */
export function findInCandidates(issue: WrittenIssue, pattern: RegExp): readonly TextMatch[] {
  return candidatesOf(issue).flatMap((candidate) => findInCandidate(issue, candidate, pattern));
}

/** Every match of a global pattern in what readers read about a candidate, however it is disguised. */
export function findInCandidate(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  pattern: RegExp,
): readonly TextMatch[] {
  const stretches = stretchesOf(onlyBlocks(issue, [candidate]), { withCode: false });
  return findInStretches(issue.source, stretches, { pattern, read: withoutDisguise });
}

/** Every match of a global pattern in all that is published of a candidate: in code, addresses and titles of links too. */
export function findInWholeCandidate(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  pattern: RegExp,
): readonly LineMatch[] {
  const alone = onlyBlocks(issue, [candidate]);
  const offsets = new SourceOffsets(issue.source);
  const inText = findInStretches(issue.source, stretchesOf(alone, { withCode: true }), {
    pattern,
    read: withoutDisguise,
  });
  const inTargets = viewTargets(alone, offsets).flatMap((view) =>
    findInView(withoutDisguise(view), pattern, offsets),
  );
  // The address of a bare link is its text, too.
  const found = new Map(
    [...inTargets, ...inText].map((match) => [`${match.place.line}:${match.place.column}`, match]),
  );
  return inOrder([...found.values()]);
}
