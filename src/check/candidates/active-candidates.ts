import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import { findInLines, type LineMatch } from '../reading/find-in-lines.ts';
import { isWithin } from '../reading/is-within.ts';
import { findNodes } from '../reading/markdown-nodes.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';
import { findInReadableText, type TextMatch } from '../reading/readable-text.ts';

export type WrittenCandidate = Extract<WrittenBlock, { kind: 'activeCandidate' }>;

/** The candidates of an issue, whatever their status: each of them is a person. */
export function candidatesOf(issue: WrittenIssue): readonly WrittenCandidate[] {
  return issue.blocks.filter((block) => block.kind === 'activeCandidate');
}

/** The candidates that an issue presents. One whose status cannot be read is left to the finding about that. */
export function activeCandidatesOf(issue: WrittenIssue): readonly WrittenCandidate[] {
  return candidatesOf(issue).filter(
    ({ fields, places }) => fields.status === 'active' || !places.has('status'),
  );
}

/** Every match of a global pattern in what readers read about candidates. */
export function findInCandidates(issue: WrittenIssue, pattern: RegExp): readonly TextMatch[] {
  return findInReadableText(onlyBlocks(issue, candidatesOf(issue)), pattern);
}

/** Every match of a global pattern in what is published of a candidate: link addresses and code too. */
export function findInWholeCandidate(
  issue: WrittenIssue,
  candidate: WrittenCandidate,
  pattern: RegExp,
): readonly LineMatch[] {
  const alone = onlyBlocks(issue, [candidate]);
  const inFields = findInReadableText(alone, pattern).filter(({ field }) => field !== undefined);
  const lines = issue.source.split('\n');
  const unpublished = findNodes(alone, 'html').map(({ place }) => place);
  const inMarkdown = candidate.body.children.flatMap(({ position }) => {
    if (position === undefined) return [];
    const { start, end } = position;
    const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    return findInLines(lines, place, pattern);
  });
  return [
    ...inFields,
    ...inMarkdown.filter(({ place }) => !unpublished.some((html) => isWithin(place, html))),
  ];
}
