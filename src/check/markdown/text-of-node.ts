import type { Nodes } from 'mdast';

/** What readers see of a piece of markdown, without its signs: an image is its description. */
export function textOfNode(node: Nodes): string {
  const parts: string[] = [];
  const waiting = [node];
  // Not recursive: nothing limits how deep an author nests emphasis.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
    else parts.push(textOfLeaf(next));
  }
  return parts.join('');
}

function textOfLeaf(leaf: Nodes): string {
  switch (leaf.type) {
    case 'text':
    case 'inlineCode':
      return leaf.value;
    case 'image':
    case 'imageReference':
      return leaf.alt ?? '';
    case 'mergeTag':
      return leaf.fallback ?? leaf.tag;
    case 'break':
      return '\n';
    default:
      return '';
  }
}
