import type { Place } from '../../source/place.ts';

/** Whether a place lies wholly inside another, or is the same. */
export function isWithin(inner: Place, outer: Place): boolean {
  const startsInside = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const endsInside =
    inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return startsInside && endsInside;
}
