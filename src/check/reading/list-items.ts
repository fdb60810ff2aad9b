import type { ListItem, Nodes } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findNodes } from './markdown-nodes.ts';

export interface ItemText {
  /** What readers see of the item’s first paragraph, without the lists below it. */
  readonly text: string;
  readonly place: Place;
}

/** The list items of an issue that hold text, each with its first paragraph. */
export function findListItems(issue: WrittenIssue): readonly ItemText[] {
  return findNodes(issue, 'listItem').flatMap(({ node }) => {
    const paragraph = firstParagraph(node);
    return paragraph === undefined ? [] : [paragraph];
  });
}

/** The length of a text as people count: an emoji or an accented letter is one. */
export function countCharacters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

function firstParagraph({ children }: ListItem): ItemText | undefined {
  const paragraph = children.find(({ type }) => type === 'paragraph');
  if (paragraph?.position === undefined) return undefined;
  const { start, end } = paragraph.position;
  const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  return { text: readableTextOf(paragraph), place };
}

function readableTextOf(root: Nodes): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [root];
  // Not recursive: nothing limits how deep an author nests emphasis.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
    else if (next.type === 'mergeTag') parts.push(next.fallback ?? '');
    else if (next.type === 'text' || next.type === 'inlineCode') parts.push(next.value);
    else if (next.type === 'break') parts.push('\n');
  }
  return parts.join('');
}
