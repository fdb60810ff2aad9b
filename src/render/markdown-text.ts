import type { List, Nodes, RootContent, Table } from 'mdast';
import { collectDefinitions } from './collect-definitions.ts';
import { inlineText } from './inline-text.ts';
import { showFallbacks } from './slots.ts';
import { TextNotes } from './text-notes.ts';

/**
 * An author's markdown as plain text for mail, without any markup left over: nothing is wrapped, links stand as
 * `[1]` in the text and with their address at the end of the section, merge tags are marked as slots.
 *
 * @param notes shared by pieces that are read as one text, whose numbers go on from one to the next
 */
export function markdownToText(
  children: readonly RootContent[],
  notes = new TextNotes(collectDefinitions(children)),
): string {
  const blocks: string[] = [];
  const endSection = (): void => {
    const lines = notes.takeNew((footnote) =>
      indentFollowing(renderBlocks(footnote.children, notes), '    '),
    );
    if (lines.length > 0) blocks.push(lines.join('\n'));
  };
  for (const child of children) {
    if (child.type === 'heading') endSection();
    blocks.push(renderBlock(child, notes));
  }
  endSection();
  return joinBlocks(blocks);
}

/** A line, or the last of several, with a rule of its length under it: what plain text has for a heading. */
export function underline(heading: string, sign: '=' | '-'): string {
  const shown = showFallbacks(heading).split('\n').at(-1) ?? '';
  return `${heading}\n${sign.repeat([...shown].length)}`;
}

function renderBlocks(nodes: readonly Nodes[], notes: TextNotes): string {
  return joinBlocks(nodes.map((node) => renderBlock(node, notes)));
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

function renderBlock(node: Nodes, notes: TextNotes): string {
  switch (node.type) {
    case 'paragraph':
      return renderLine(node.children, notes);
    case 'heading':
      return underline(renderLine(node.children, notes), '-');
    case 'list':
      return renderList(node, notes);
    case 'blockquote':
      return prefixLines(renderBlocks(node.children, notes), '> ');
    case 'code':
      return prefixLines(node.value, '    ');
    case 'table':
      return renderTable(node, notes);
    case 'thematicBreak':
      return '* * *';
    default:
      return '';
  }
}

/** Without the spaces that something left out, such as an image with no description, leaves at the ends. */
function renderLine(nodes: readonly Nodes[], notes: TextNotes): string {
  return inlineText(nodes, notes).replaceAll(/^[ \n]+|[ \n]+$/g, '');
}

function renderList(list: List, notes: TextNotes): string {
  const first = list.start ?? 1;
  const isLoose = list.spread === true || list.children.some((item) => item.spread === true);
  const items = list.children.map((item, index) => {
    const marker = list.ordered === true ? `${first + index}. ` : '- ';
    const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
    const blocks = item.children.map((child) => renderBlock(child, notes)).filter((block) => block !== '');
    const content = box + blocks.join(isLoose ? '\n\n' : '\n');
    return marker + indentFollowing(content, ' '.repeat(marker.length));
  });
  return items.join(isLoose ? '\n\n' : '\n');
}

/** `header: value` lines, a blank line between rows: text has no columns that a telephone would keep. */
function renderTable({ children }: Table, notes: TextNotes): string {
  const [headers = [], ...rows] = children.map((row) =>
    row.children.map((cell) => inlineText(cell.children, notes)),
  );
  if (rows.length === 0) return headers.join('\n');
  const renderRow = (values: readonly string[]) =>
    values
      .map((value, column) => (headers[column] && value ? `${headers[column]}: ${value}` : value))
      .filter((line) => line !== '')
      .join('\n');
  return joinBlocks(rows.map(renderRow));
}

function prefixLines(text: string, prefix: string): string {
  const lines = text.split('\n').map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
  return lines.join('\n');
}

function indentFollowing(text: string, indent: string): string {
  return text.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}
