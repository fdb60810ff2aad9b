import type { WrittenIssue } from '../../issue/issue.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';

/**
 * The introduction and each block, as issues of their own. Every one is markdown for itself: what `[1]` stands for is
 * said in the same block or not at all.
 */
export function sectionsOf(issue: WrittenIssue): readonly WrittenIssue[] {
  const introduction = { ...onlyBlocks(issue, []), introduction: issue.introduction };
  return [introduction, ...issue.blocks.map((block) => onlyBlocks(issue, [block]))];
}
