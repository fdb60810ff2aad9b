import type { Nodes } from 'mdast';
import type { WrittenIssue } from '../issue/issue.ts';
import type { Place } from '../source/place.ts';

export interface FoundNode<Type extends Nodes['type']> {
  readonly node: Extract<Nodes, { type: Type }>;
  readonly place: Place;
}

/** Every markdown node of these types in the introduction and the blocks, in the author's order. */
export function findNodes<Type extends Nodes['type']>(
  issue: WrittenIssue,
  ...types: readonly Type[]
): FoundNode<Type>[] {
  const roots = [issue.introduction, ...issue.blocks.map((block) => block.body)];
  return roots.flatMap((root) => findWithin(root, types, startOfFile));
}

const startOfFile: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A node that the parser made without a position, as it does for some bare links, stands where its parent does. */
function findWithin<Type extends Nodes['type']>(
  node: Nodes,
  types: readonly Type[],
  parent: Place,
): FoundNode<Type>[] {
  const place = placeOfNode(node) ?? parent;
  const below = 'children' in node ? node.children.flatMap((child) => findWithin(child, types, place)) : [];
  return isOneOf(node, types) ? [{ node, place }, ...below] : below;
}

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
