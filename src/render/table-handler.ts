import type { Element } from 'hast';
import type { Table } from 'mdast';
import { element, type Handler, type HandlerState } from './html-element.ts';
import type { Labels } from './labels.ts';

/** Fewer columns than these fit on every screen. */
const wide = 4;

/**
 * A table in a box of its own: one that is wider than the screen moves within it, and the letter stays where it is.
 * A box that may move can be reached by the keyboard.
 *
 * @param extra classes of the box
 */
export function tableHandler(labels: Pick<Labels, 'table'>, ...extra: readonly string[]): Handler {
  return (state, node: Table) => {
    const columns = node.children[0]?.children.length ?? 0;
    const reach = columns < wide ? {} : { role: 'group', ariaLabel: labels.table, tabIndex: 0 };
    return element('div', { className: [...extra, 'table'], ...reach }, [dataTable(state, node)]);
  };
}

/** A table of data, never of layout: its header cells say that they head a column. */
function dataTable(state: HandlerState, node: Table): Element {
  const [head, ...body] = node.children.map((row, index) => {
    const [tagName, scope] = index === 0 ? ['th', { scope: 'col' }] : ['td', {}];
    const cells = row.children.map((cell, column) => {
      const align = node.align?.[column];
      return element(tagName, { ...scope, ...(align ? { className: [align] } : {}) }, state.all(cell));
    });
    return element('tr', {}, state.wrap(cells, true));
  });
  const parts = [
    ...(head === undefined ? [] : [element('thead', {}, [head])]),
    ...(body.length === 0 ? [] : [element('tbody', {}, state.wrap(body, true))]),
  ];
  return element('table', { className: ['data'] }, state.wrap(parts, true));
}
