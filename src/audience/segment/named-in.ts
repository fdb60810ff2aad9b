import type { Segment } from './segment.ts';

/** What a segment names that somebody may have or not, each in its order. */
export interface SegmentNames {
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

export function namedIn(segment: Segment): SegmentNames {
  switch (segment.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [namedIn(segment.left), namedIn(segment.right)];
      return { tags: [...left.tags, ...right.tags], fields: [...left.fields, ...right.fields] };
    }
    case 'not':
      return namedIn(segment.of);
    case 'tag':
      return { tags: [segment.tag], fields: [] };
    case 'has':
      return { tags: [], fields: [segment.field] };
    case 'compare':
      return { tags: [], fields: 'field' in segment.subject ? [segment.subject.field] : [] };
  }
}
