import type { WrittenBlock, WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../reading/markdown-nodes.ts';
import { onlyBlocks } from '../reading/only-blocks.ts';

// One locale for every machine, so that a count is the same everywhere.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a block’s markdown without its code, also in languages that put no spaces between them. */
export function countWords(issue: WrittenIssue, block: WrittenBlock): number {
  let count = 0;
  for (const { node } of findNodes(onlyBlocks(issue, [block]), 'text')) {
    for (const { isWordLike } of segmenter.segment(node.value)) if (isWordLike) count += 1;
  }
  return count;
}
