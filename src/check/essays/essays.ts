import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';

export type WrittenEssay = Extract<WrittenBlock, { kind: 'essay' }>;

/** The essays of an issue: one at most, unless a second is there to be found fault with. */
export function essaysOf(issue: WrittenIssue): readonly WrittenEssay[] {
  return issue.blocks.filter((block) => block.kind === 'essay');
}
