import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { EssayPart } from './issue.ts';

const labelPattern = /^TL;?DR:?$/i;

/**
 * Cuts an essay into running text and TL;DR boxes. A heading `TLDR:` or a line with nothing else opens a box, which
 * ends at the next heading or at the essay's end. A paragraph that such a line cuts in two loses its position.
 */
export function splitEssay({ children }: Root): readonly EssayPart[] {
  const parts: (EssayPart & { readonly children: RootContent[] })[] = [];
  for (const node of children.flatMap(setLabelsApart)) {
    const label = labelOf(node);
    const last = parts.at(-1);
    if (label !== undefined) parts.push({ kind: 'tldr', label, children: [] });
    else if (last === undefined || (last.kind === 'tldr' && node.type === 'heading')) {
      parts.push({ kind: 'text', children: [node] });
    } else last.children.push(node);
  }
  return parts;
}

/** The label may be in bold or italics. */
function labelOf(node: RootContent): string | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  const text = textOf(node).trim();
  return labelPattern.test(text) ? text : undefined;
}

/** A label on a line of a paragraph becomes a paragraph of its own, and so does what stands above and below it. */
function setLabelsApart(node: RootContent): readonly RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const paragraphs: Paragraph[] = [];
  let isOpen = false;
  for (const children of linesOf(node)) {
    const line: Paragraph = { type: 'paragraph', children };
    const isLabel = labelOf(line) !== undefined;
    if (isLabel || !isOpen) paragraphs.push(line);
    else paragraphs.at(-1)?.children.push(...children);
    isOpen = !isLabel;
  }
  return paragraphs.length === 1 ? [node] : paragraphs.map(withoutLineEnd);
}

/** The lines of a paragraph, each with what ends it. */
function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const piece of children.flatMap(cutAtLineEnds)) {
    lines.at(-1)?.push(piece);
    if (isLineEnd(piece)) lines.push([]);
  }
  return lines;
}

function cutAtLineEnds(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  const pieces = node.value.split(/(\n)/).filter((value) => value !== '');
  return pieces.map((value) => ({ type: 'text', value }));
}

function isLineEnd(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value === '\n');
}

function withoutLineEnd({ type, children }: Paragraph): Paragraph {
  return { type, children: isLineEnd(children.at(-1)) ? children.slice(0, -1) : children };
}
