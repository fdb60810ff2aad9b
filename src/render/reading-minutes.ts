import { toString as textOf } from 'mdast-util-to-string';
import { contentOf } from '../issue/content-of.ts';
import { countWords } from '../issue/count-words.ts';
import { isOnWeb } from '../issue/is-on-web.ts';
import type { Block, Issue } from '../issue/issue.ts';

/** Brysbaert 2019, “How many words do we read per minute?”: adults, silently, non-fiction, in English. */
const wordsPerMinute = 238;

/** How long the page of an issue takes to read, in minutes, at least one. */
export function readingMinutes({ introduction, blocks }: Issue): number {
  const pieces = [introduction, ...blocks.filter(isShown).flatMap(contentOf)];
  const words = pieces.map((piece) => countWords(textOf(piece, { includeImageAlt: false })));
  return Math.max(1, Math.round(words.reduce((sum, count) => sum + count, 0) / wordsPerMinute));
}

function isShown(block: Block): boolean {
  return block.kind !== 'activeCandidate' || isOnWeb(block);
}
