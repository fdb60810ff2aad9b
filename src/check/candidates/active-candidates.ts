import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';

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
