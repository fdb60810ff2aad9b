import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { element, type Handlers, text } from './html-element.ts';
import { fillLabel, type Labels } from './labels.ts';

interface FootnoteOptions {
  readonly footnotePrefix?: string;
  readonly labels: Pick<Labels, 'backToMention'>;
}

/**
 * Footnotes as `[1]` in the text and `[1] the note` where a definition stands at the end of the document; one that
 * stands within a list or a quote is left out there.
 *
 * @param notes in the order of their numbers
 * @param options `footnotePrefix` begins the ids by which text and note lead to each other; without one they do not
 */
export function footnoteHandlers(
  notes: readonly FootnoteDefinition[],
  { footnotePrefix: prefix, labels }: FootnoteOptions,
): Handlers {
  const numbers = new Map(notes.map((note, index) => [note.identifier, index + 1]));
  const mentioned = new Set<number>();
  return {
    footnoteReference(_state, node: FootnoteReference) {
      const number = numbers.get(node.identifier);
      if (number === undefined) return text(`[^${node.label ?? node.identifier}]`);
      const label = text(`[${number}]`);
      if (prefix === undefined) return element('sup', {}, [label]);
      const id = mentioned.has(number) ? {} : { id: mentionId(prefix, number) };
      mentioned.add(number);
      return element('sup', id, [element('a', { href: `#${noteId(prefix, number)}` }, [label])]);
    },
    footnoteDefinition(state, node: FootnoteDefinition, parent) {
      const number = numbers.get(node.identifier);
      if (number === undefined || parent?.type !== 'root') return undefined;
      const content = startWith([text(`[${number}] `)], state.all(node));
      if (prefix === undefined) return element('div', { className: ['note'] }, state.wrap(content, true));
      const ariaLabel = fillLabel(labels.backToMention, { number });
      const back = { href: `#${mentionId(prefix, number)}`, ariaLabel };
      const linked = endWith([text(' '), element('a', back, [text('↩')])], content);
      return element('div', { className: ['note'], id: noteId(prefix, number) }, state.wrap(linked, true));
    },
  };
}

/** Puts words at the start of the first paragraph, or before whatever else a note begins with. */
function startWith(words: ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = content;
  if (!isParagraph(first)) return [element('p', {}, words), ...content];
  return [element('p', {}, [...words, ...first.children]), ...rest];
}

function endWith(words: ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (!isParagraph(last)) return [...content, element('p', {}, words)];
  return [...content.slice(0, -1), element('p', {}, [...last.children, ...words])];
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'p';
}

function noteId(prefix: string, number: number): string {
  return `${prefix}-note-${number}`;
}

function mentionId(prefix: string, number: number): string {
  return `${prefix}-mention-${number}`;
}
