import type { Nodes, Root } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import { placeOfNode } from '../../issue/parse-markdown.ts';
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
  const roots = [issue.introduction, ...issue.blocks.map(({ body }) => body)];
  return roots.flatMap((root) => nodesOfTypes(root, types));
}

interface PlacedNode {
  readonly node: Nodes;
  readonly place: Place;
  /** How many nodes of the same markdown come before it. */
  readonly order: number;
}

function nodesOfTypes<Type extends Nodes['type']>(root: Root, types: readonly Type[]): FoundNode<Type>[] {
  const byType = known.get(root) ?? Map.groupBy(placeNodes(root), ({ node }) => node.type);
  known.set(root, byType);
  const found = types.flatMap((type) => byType.get(type) ?? []);
  if (types.length > 1) found.sort((left, right) => left.order - right.order);
  return found.filter((placed) => isOneOf(placed, types));
}

function isOneOf<Type extends Nodes['type']>(
  placed: PlacedNode,
  types: readonly Type[],
): placed is PlacedNode & FoundNode<Type> {
  return types.some((type) => type === placed.node.type);
}

/** Some fifty rules look for nodes in the same markdown, which nobody changes. */
const known = new WeakMap<Root, ReadonlyMap<string, readonly PlacedNode[]>>();

function placeNodes(root: Root): PlacedNode[] {
  const found: PlacedNode[] = [];
  const waiting: Waiting[] = [{ node: root, parent: startOfFile }];
  // Not recursive: nothing limits how deep an author nests quotes.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent } = next;
    const place = placeOfNode(node) ?? parent;
    found.push({ node, place, order: found.length });
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
