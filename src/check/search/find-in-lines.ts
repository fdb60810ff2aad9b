import type { Place } from '../../source/place.ts';
import type { Pattern } from './pattern.ts';
import { patternFor } from './pattern-for.ts';

export interface LineMatch {
  readonly text: string;
  readonly place: Place;
}

/** Every match of a global pattern within a span of a file’s lines, each at its own place. A match stays on one line. */
export function findInLines(lines: readonly string[], span: Place, pattern: Pattern): LineMatch[] {
  return lines.slice(span.line - 1, span.endLine).flatMap((text, index) => {
    const line = span.line + index;
    const from = line === span.line ? span.column - 1 : 0;
    const to = line === span.endLine ? span.endColumn - 1 : text.length;
    const part = text.slice(from, to);
    return Array.from(part.matchAll(patternFor(pattern, part)), (match) => {
      const column = from + match.index + 1;
      return { text: match[0], place: { line, column, endLine: line, endColumn: column + match[0].length } };
    });
  });
}
