import type { Definition, FootnoteDefinition, Nodes } from 'mdast';

export interface Definitions {
  readonly links: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** What `[text][id]` and `[^id]` in some markdown refer to, by identifier. Of two with one identifier the first counts. */
export function collectDefinitions(nodes: readonly Nodes[]): Definitions {
  const links = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return { links, footnotes };
}
