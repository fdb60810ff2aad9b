import type { WrittenIssue } from '../../issue/issue.ts';
import { findInLines, type LineMatch } from './find-in-lines.ts';

/** Every match of a global pattern anywhere in an issue's file: also in YAML, code and addresses. */
export function findInSource({ source }: WrittenIssue, pattern: RegExp): readonly LineMatch[] {
  const lines = source.split('\n');
  const whole = { line: 1, column: 1, endLine: lines.length, endColumn: (lines.at(-1) ?? '').length + 1 };
  return findInLines(lines, whole, pattern);
}
