import type { Nodes } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import type { Place } from '../../source/place.ts';

export interface FoundNode<Type extends Nodes['type']> {
  readonly node: Extract<Nodes, { type: Type }>;
  readonly place: Place;
}

/**
 * Every markdown node of these types in the introduction and the blocks, in the author's order. A node that the
 * parser made without a position, as it does for some bare links, has the place of what it stands in.
 */
export function findNodes<Type extends Nodes['type']>(
  issue: WrittenIssue,
  ...types: readonly Type[]
): readonly FoundNode<Type>[] {
  const found: FoundNode<Type>[] = [];
  const roots = [issue.introduction, ...issue.blocks.map(({ body }) => body)];
  const waiting = roots.toReversed().map((node): Waiting => ({ node, parent: startOfFile }));
  // Not recursive: nothing limits how deep an author nests quotes.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent } = next;
    const place = placeOfNode(node) ?? parent;
    if (isOneOf(node, types)) found.push({ node, place });
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) waiting.push({ node: child, parent: place });
  }
  return found;
}

interface Waiting {
  readonly node: Nodes;
  readonly parent: Place;
}

const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function isOneOf<Type extends Nodes['type']>(
  node: Nodes,
  types: readonly Type[],
): node is Extract<Nodes, { type: Type }> {
  return types.some((type) => type === node.type);
}

function placeOfNode({ position }: Nodes): Place | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
