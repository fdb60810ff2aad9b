import { toString as textOf } from 'mdast-util-to-string';
import { countWords } from '../issue/count-words.ts';
import { isOnWeb } from '../issue/is-on-web.ts';
import type { Block, Issue } from '../issue/issue.ts';

/** Brysbaert 2019, “How many words do we read per minute?”: adults, silently, non-fiction, in English. */
const wordsPerMinute = 238;

/** How long the page of an issue takes to read, in minutes, at least one. */
export function readingMinutes({ introduction, blocks }: Issue): number {
  const pieces = [introduction, ...blocks.flatMap(contentOf)];
  const words = pieces.map((piece) => countWords(textOf(piece, { includeImageAlt: false })));
  return Math.max(1, Math.round(words.reduce((sum, count) => sum + count, 0) / wordsPerMinute));
}

function contentOf(block: Block): readonly unknown[] {
  if (block.kind === 'essay') return block.parts.flatMap(({ children }) => children);
  return block.kind === 'activeCandidate' && !isOnWeb(block) ? [] : [block.body];
}
