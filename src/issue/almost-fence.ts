import { blockKindOf } from './block-names.ts';
import { fencePattern } from './search-fences.ts';

/** Two dashes or more, of any length: one is a list. Smart dashes make one long one of three short ones. */
const dashes = /^[ \t\u00a0]{0,3}(?:[-–‒−]{2,}|[—―][-–—‒―−]*)/u;

/**
 * The name of the block that a line was meant to open, if its dashes or its signs keep it from that. A true fence opens
 * a block, or there is a fault about its name.
 */
export function almostFence(line: string): string | undefined {
  if (!dashes.test(line) || fencePattern.test(line)) return undefined;
  const words = line
    .replaceAll(/[^\p{L}\s]/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
  return blockKindOf(words) === undefined ? undefined : words;
}
