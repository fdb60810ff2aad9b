import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** The addresses at which markdown has its images, or defines what may be one's, each once, as they are written. */
export function imageAddressesIn(content: readonly RootContent[]): readonly string[] {
  const addresses = new Set<string>();
  const root: Root = { type: 'root', children: [...content] };
  visit(root, ['image', 'definition'], (node) => {
    if ('url' in node) addresses.add(node.url);
  });
  return [...addresses];
}
