import type { Heading, Root } from 'mdast';
import type { Place } from '../../source/place.ts';

/** The headings of a block in order, those within quotes and lists apart: they are not its own. */
export function headingsOf({ children }: Root): readonly Heading[] {
  return children.filter((node) => node.type === 'heading');
}

/** The `##` in front of a heading; the whole heading when a line below makes it one. */
export function placeOfSigns({ depth, position }: Heading, lines: readonly string[]): Place | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  const isSigned = (lines[start.line - 1] ?? '').startsWith('#'.repeat(depth), start.column - 1);
  const { line, column } = isSigned ? { line: start.line, column: start.column + depth } : end;
  return { line: start.line, column: start.column, endLine: line, endColumn: column };
}
