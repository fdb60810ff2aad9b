import type { Element, ElementContent } from 'hast';
import type { Blockquote, Code } from 'mdast';
import { element, type Handlers, text } from './html-element.ts';
import type { Labels } from './labels.ts';
import { tableHandler } from './table-handler.ts';

/** What is padded or framed, as mail needs it: classic Outlook pads only table cells, and puts no space around tables. */
export const emailBoxes = (labels: Pick<Labels, 'table'>): Handlers => ({
  blockquote: (state, node: Blockquote) =>
    element('blockquote', {}, [paddedCell('quote', state.wrap(state.all(node), true))]),
  code: (_state, { value }: Code) => {
    const code = element('code', {}, [text(`${value}\n`)]);
    return block(paddedCell('code', [element('pre', {}, [code])]));
  },
  table: tableHandler(labels, 'block'),
});

function block(content: Element): Element {
  return element('div', { className: ['block'] }, [content]);
}

function paddedCell(className: string, content: ElementContent[]): Element {
  const layout = { role: 'presentation', width: '100%', border: '0', cellPadding: '0', cellSpacing: '0' };
  return element('table', layout, [element('tr', {}, [element('td', { className: [className] }, content)])]);
}
