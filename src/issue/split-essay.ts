import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
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

/** The label may be in bold or italics. */
function openBox(node: RootContent): BoxOpening | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  const { line, below } =
    node.type === 'heading' ? { line: node.children, below: [] } : cutFirstLine(node.children);
  const label = textOf({ type: 'paragraph', children: [...line] }).trim();
  if (!labelPattern.test(label)) return undefined;
  return below.length === 0 ? { label } : { label, rest: { type: 'paragraph', children: [...below] } };
}

interface CutParagraph {
  readonly line: readonly PhrasingContent[];
  readonly below: readonly PhrasingContent[];
}

function cutFirstLine(children: readonly PhrasingContent[]): CutParagraph {
  for (const [index, child] of children.entries()) {
    const [before, after] = [children.slice(0, index), children.slice(index + 1)];
    if (child.type === 'break') return { line: before, below: after };
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type !== 'text' || end < 0) continue;
    const [value, rest] = [child.value.slice(0, end), child.value.slice(end + 1)];
    return {
      line: [...before, { ...child, value }],
      below: rest === '' ? after : [{ ...child, value: rest }, ...after],
    };
  }
  return { line: children, below: [] };
}
