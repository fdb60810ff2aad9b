import type { WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { findInLines, type LineMatch } from './find-in-lines.ts';
import type { Pattern } from './pattern.ts';
import { patternFor } from './pattern-for.ts';

/**
 * Every match of a global pattern in the words of an issue's markdown as they are written there, with a backslash in
 * front of what the author does not mean as a sign. A match stays on one line.
 */
export function findInWrittenText(issue: WrittenIssue, pattern: Pattern): readonly LineMatch[] {
  const lines = issue.source.split('\n');
  const matches = findNodes(issue, 'text').flatMap(({ node, place }) =>
    node.value.search(patternFor(pattern, node.value)) < 0 ? [] : findInLines(lines, place, pattern),
  );
  // A text without a place of its own has that of its paragraph, so one match can be met twice.
  const once = new Map(matches.map((match) => [`${match.place.line}:${match.place.column}`, match]));
  return [...once.values()];
}
