import { countWords } from '../../issue/count-words.ts';
import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';

/** How many words a block’s markdown has without its code. */
export function wordsOfBlock(issue: WrittenIssue, block: WrittenBlock): number {
  return findNodes(onlyBlocks(issue, [block]), 'text').reduce(
    (sum, { node }) => sum + countWords(node.value),
    0,
  );
}
