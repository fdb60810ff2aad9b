import { countWords } from '../../issue/count-words.ts';
import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { onlyBlocks } from '../markdown/only-blocks.ts';

/** How many words a block’s markdown has without its code. */
export function wordsOfBlock(issue: WrittenIssue, block: WrittenBlock): number {
  const words = known.get(block) ?? count(issue, block);
  known.set(block, words);
  return words;
}

/** Two rules ask for the words of an essay, which nobody changes. */
const known = new WeakMap<WrittenBlock, number>();

function count(issue: WrittenIssue, block: WrittenBlock): number {
  return findNodes(onlyBlocks(issue, [block]), 'text').reduce(
    (sum, { node }) => sum + countWords(node.value),
    0,
  );
}
