import type { RootContent } from 'mdast';
import type { Block } from './issue.ts';

/** The markdown of a block, whatever its kind. */
export function contentOf(block: Block): readonly RootContent[] {
  return block.kind === 'essay' ? block.parts.flatMap(({ children }) => children) : block.body.children;
}
