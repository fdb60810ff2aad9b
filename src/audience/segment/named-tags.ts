import type { Segment } from './segment.ts';

/** The tags that a segment names, in its order. */
export function namedTags(segment: Segment): readonly string[] {
  switch (segment.kind) {
    case 'and':
    case 'or':
      return [...namedTags(segment.left), ...namedTags(segment.right)];
    case 'not':
      return namedTags(segment.of);
    case 'tag':
      return [segment.tag];
    case 'has':
    case 'compare':
      return [];
  }
}
