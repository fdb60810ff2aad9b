import type { WrittenIssue } from '../../issue/issue.ts';
import { findInLines, type LineMatch } from './find-in-lines.ts';
import { mayMatch } from './may-match.ts';
import type { Pattern } from './pattern.ts';

/** Every match of a global pattern anywhere in an issue's file: also in YAML, code and addresses. */
export function findInSource({ source }: WrittenIssue, pattern: Pattern): readonly LineMatch[] {
  const lines = source.split('\n');
  if (!mayMatch(pattern, lines)) return [];
  const whole = { line: 1, column: 1, endLine: lines.length, endColumn: (lines.at(-1) ?? '').length + 1 };
  return findInLines(lines, whole, pattern);
}
