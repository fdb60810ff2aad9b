import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';

/** A piece of markdown with its footnotes set apart, in the order in which the text first mentions them. */
export interface NotedText {
  readonly flow: readonly RootContent[];
  /** From note 1; one that the text never mentions is not among them. */
  readonly notes: readonly FootnoteDefinition[];
}

/** Sets footnotes apart from the text that mentions them, also those that only another footnote mentions. */
export function separateFootnotes(children: readonly RootContent[]): NotedText {
  const flow = children.filter((child) => child.type !== 'footnoteDefinition');
  const definitions = new Map(
    children.filter((child) => child.type === 'footnoteDefinition').map((note) => [note.identifier, note]),
  );
  const notes = new Set<FootnoteDefinition>();
  const collect = (nodes: readonly Nodes[]): void => {
    for (const identifier of mentionedNotes(nodes)) {
      const note = definitions.get(identifier);
      if (note !== undefined) notes.add(note);
    }
  };
  collect(flow);
  for (const note of notes) collect(note.children);
  return { flow, notes: [...notes] };
}

function mentionedNotes(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'footnoteReference') return [node.identifier];
    return 'children' in node ? mentionedNotes(node.children) : [];
  });
}
