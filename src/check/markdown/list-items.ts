import type { ListItem } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findNodes } from './markdown-nodes.ts';
import { textOfNode } from './text-of-node.ts';

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
  if (eachIsOne.test(text)) return text.length;
  characters ??= new Intl.Segmenter();
  return [...characters.segment(text)].length;
}

/** The letters of Europe and the signs of a sentence: none of them joins another. */
const eachIsOne = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;

/** Made when it is first needed: the machine’s language data takes its time to load. */
let characters: Intl.Segmenter | undefined;

function firstParagraph({ children }: ListItem): ItemText | undefined {
  const paragraph = children.find(({ type }) => type === 'paragraph');
  if (paragraph?.position === undefined) return undefined;
  const { start, end } = paragraph.position;
  const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  return { text: textOfNode(paragraph), place };
}
