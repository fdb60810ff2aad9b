import type { WrittenIssue } from '../../issue/issue.ts';
import { inOrder } from '../reading/in-order.ts';
import { findInStretches, type TextMatch } from './find-in-stretches.ts';
import type { Pattern } from './pattern.ts';
import { stretchesOf } from './stretches.ts';

/**
 * Every match of a global pattern in the text of an issue that readers see: titles, subject, other shown fields, and
 * markdown without its code, link addresses and other signs. In the order of their places. Where an author’s line
 * ends within a paragraph, there is a space.
 */
export function findInReadableText(issue: WrittenIssue, pattern: Pattern): readonly TextMatch[] {
  return inOrder(findInStretches(issue.source, stretchesOf(issue, { withCode: false }), pattern));
}
