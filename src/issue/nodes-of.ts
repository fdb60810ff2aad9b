import type { Nodes } from 'mdast';

/** A piece of markdown and all that stands in it, in the author's order. */
export function nodesOf(root: Nodes): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const waiting = [root];
  // Not recursive: nothing limits how deep an author nests quotes.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  return nodes;
}
