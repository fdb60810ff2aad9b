import type { Link, LinkReference } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { textOfNode } from '../markdown/text-of-node.ts';
import { sectionsOf } from './sections.ts';

export interface TextLink {
  /** What readers see and click. */
  readonly text: string;
  readonly address: string;
  /** Of the words between the brackets; of the whole link when it has none. */
  readonly textPlace: Place;
  readonly place: Place;
  readonly node: Link | LinkReference;
}

/** Every link in the markdown of an issue with its words, in the author’s order. A reference has the address of its line. */
export function findTextLinks(issue: WrittenIssue): readonly TextLink[] {
  return sectionsOf(issue).flatMap((section) => {
    // Of two lines for the same reference the first counts.
    const definitions = findNodes(section, 'definition').map(({ node }) => node);
    const addresses = new Map(definitions.toReversed().map(({ identifier, url }) => [identifier, url]));
    return findNodes(section, 'link', 'linkReference').map(({ node, place }) => ({
      text: textOfNode(node),
      address: node.type === 'link' ? node.url : (addresses.get(node.identifier) ?? ''),
      textPlace: placeOfWords(node) ?? place,
      place,
      node,
    }));
  });
}

function placeOfWords({ children }: Link | LinkReference): Place | undefined {
  const start = children.at(0)?.position?.start;
  const end = children.at(-1)?.position?.end;
  if (start === undefined || end === undefined) return undefined;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
