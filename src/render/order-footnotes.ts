import type { FootnoteDefinition, Nodes } from 'mdast';
import type { Definitions } from './collect-definitions.ts';

/**
 * The footnotes that a text mentions, in the order of their first mention: note 1 comes first. Those that only
 * another footnote mentions come after all others.
 */
export function orderFootnotes(
  nodes: readonly Nodes[],
  { footnotes }: Pick<Definitions, 'footnotes'>,
): readonly FootnoteDefinition[] {
  const notes = new Set<FootnoteDefinition>();
  const collect = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') return;
    const note = node.type === 'footnoteReference' ? footnotes.get(node.identifier) : undefined;
    if (note !== undefined) notes.add(note);
    if ('children' in node) node.children.forEach(collect);
  };
  nodes.forEach(collect);
  for (const note of notes) note.children.forEach(collect);
  return [...notes];
}
