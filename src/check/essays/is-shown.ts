import type { RootContent } from 'mdast';

/** Whether readers see a piece of markdown where it stands: addresses, footnotes and HTML are not shown there. */
export function isShown({ type }: RootContent): boolean {
  return (
    type !== 'definition' && type !== 'footnoteDefinition' && type !== 'html' && type !== 'thematicBreak'
  );
}
