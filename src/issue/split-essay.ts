import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { EssayPart } from './issue.ts';

const labelPattern = /^TL;?DR:?$/i;

/**
 * Cuts an essay into running text and TL;DR boxes. A heading `TLDR:` or a line with nothing else opens a box, which
 * ends at the next heading or at the essay's end.
 */
export function splitEssay({ children }: Root): readonly EssayPart[] {
  const parts: EssayPart[] = [];
  let current: { kind: 'text' | 'tldr'; label: string; children: RootContent[] } = startText();
  const close = (): void => {
    const { kind, label, children: content } = current;
    if (kind === 'tldr') parts.push({ kind, label, children: content });
    else if (content.length > 0) parts.push({ kind, children: content });
  };
  for (const node of children) {
    const opening = openBox(node);
    if (opening !== undefined) {
      close();
      current = {
        kind: 'tldr',
        label: opening.label,
        children: opening.rest === undefined ? [] : [opening.rest],
      };
      continue;
    }
    if (node.type === 'heading' && current.kind === 'tldr') {
      close();
      current = startText();
    }
    current.children.push(node);
  }
  close();
  return parts;
}

function startText(): { kind: 'text'; label: ''; children: RootContent[] } {
  return { kind: 'text', label: '', children: [] };
}

interface BoxOpening {
  readonly label: string;
  /** What stood in the same paragraph, on the lines below the label. */
  readonly rest?: Paragraph;
}

function openBox(node: RootContent): BoxOpening | undefined {
  if (node.type === 'heading') return labelOf(node);
  if (node.type !== 'paragraph') return undefined;
  const [first, ...others] = node.children;
  if (first?.type !== 'text') return labelOf(node);
  const [label = '', ...lines] = first.value.split('\n');
  if (!labelPattern.test(label.trim())) return labelOf(node);
  if (lines.length === 0 && others.length > 0) return openingBreak(label, node);
  if (lines.length === 0) return { label: label.trim() };
  return {
    label: label.trim(),
    rest: { ...node, children: [{ ...first, value: lines.join('\n') }, ...others] },
  };
}

/** `TLDR:` in bold or italics, or as it is. */
function labelOf(node: Heading | Paragraph): BoxOpening | undefined {
  const label = textOf(node).trim();
  return labelPattern.test(label) ? { label } : undefined;
}

/** A label whose line ends in a hard break. */
function openingBreak(label: string, node: Paragraph): BoxOpening | undefined {
  const [, second, ...others] = node.children;
  return second?.type === 'break' ? { label: label.trim(), rest: { ...node, children: others } } : undefined;
}
