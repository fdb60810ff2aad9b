import type { Definition, Image, Link } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import { findNodes } from '../markdown/markdown-nodes.ts';
import { textOfNode } from '../markdown/text-of-node.ts';
import { alignText } from '../search/align-text.ts';
import type { SourceOffsets } from '../search/source-offsets.ts';
import { type TextView, viewOfSpan } from '../search/text-view.ts';

/**
 * What links and images are published with and readers see only when they point at it: addresses, as a browser
 * understands them, and titles.
 */
export function viewTargets(issue: WrittenIssue, offsets: SourceOffsets): readonly TextView[] {
  return findNodes(issue, 'link', 'image', 'definition').flatMap(({ node, place }) => {
    const span = offsets.spanOf(place);
    const title = node.title ? [alignText(issue.source, span, node.title)] : [];
    if (isBare(node)) return title;
    const meaning = meaningOf(node.url);
    const address = meaning === node.url ? alignText(issue.source, span, meaning) : viewOfSpan(meaning, span);
    return [address, ...title];
  });
}

/** Whether readers see the whole address of a link: the parser puts what is missing in front of it. */
function isBare(node: Link | Image | Definition): boolean {
  if (node.type !== 'link') return false;
  const text = textOfNode(node);
  return ['', 'http://', 'mailto:'].some((start) => node.url === start + text);
}

/** An address with nothing in it that a browser reads otherwise than it is written. */
const plainAddress = /^(?:https?:\/\/(?!\/)|mailto:|tel:|www\.)[^%\\\s\p{C}]*$/iu;

/** An address that says what a browser makes of it: `https:\\penny%2eexample` is `https://penny.example/`. */
function meaningOf(address: string): string {
  if (plainAddress.test(address) || !URL.canParse(address)) return address;
  const { href } = new URL(address);
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
