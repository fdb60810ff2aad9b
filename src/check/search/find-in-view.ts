import type { LineMatch } from './find-in-lines.ts';
import type { Pattern } from './pattern.ts';
import { patternFor } from './pattern-for.ts';
import type { SourceOffsets } from './source-offsets.ts';
import type { TextView } from './text-view.ts';

/** Every match of a global pattern in a view of a file, each at its place in the file. */
export function findInView(view: TextView, pattern: Pattern, offsets: SourceOffsets): readonly LineMatch[] {
  return Array.from(view.text.matchAll(patternFor(pattern, view.text)), ({ 0: text, index }) => {
    const start = view.starts[index] ?? 0;
    const end = view.ends[index + text.length - 1] ?? start;
    return { text, place: offsets.placeOf(start, end) };
  });
}
