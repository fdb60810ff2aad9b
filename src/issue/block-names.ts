import { didYouMean } from '../source/did-you-mean.ts';
import type { BlockKind } from './issue.ts';

/** The names that open a block, as docs and messages write them. */
export const blockNames = {
  'open role': 'openRole',
  'active candidate': 'activeCandidate',
  'penny for my thoughts': 'essay',
} as const satisfies Readonly<Record<string, BlockKind>>;

const names = Object.keys(blockNames) as (keyof typeof blockNames)[];

/** The kind of block that a fence opens; case does not count, and spaces are collapsed. */
export function blockKindOf(typed: string): BlockKind | undefined {
  const name = normalize(typed);
  const found = names.find((known) => known === name);
  return found === undefined ? undefined : blockNames[found];
}

/** The kind of block whose name was most likely meant by one that opens none. */
export function meantBlockKind(typed: string): BlockKind | undefined {
  const meant = meantName(typed);
  return meant === undefined ? undefined : blockNames[meant];
}

/** What to write instead of a name that opens no block. */
export function suggestBlockName(typed: string): string {
  const meant = meantName(typed);
  return meant === undefined
    ? `the blocks are ${names.join(', ')}; if it is text, put a backslash in front`
    : `did you mean ---${meant}?`;
}

function meantName(typed: string): keyof typeof blockNames | undefined {
  const meant = didYouMean(
    normalize(typed)
      .replace(/:.*$/, '')
      .replace(/\s*[-–—]+$/, ''),
    names,
  );
  return names.find((name) => name === meant);
}

function normalize(typed: string): string {
  return typed.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
