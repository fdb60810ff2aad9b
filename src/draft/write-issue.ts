import type { Nodes, PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { DraftBlock, DraftIssue, DraftPart } from './draft-issue.ts';

/**
 * The file of a drafted issue. Its text reads as the draft's: whatever markdown or a merge tag would take for a sign
 * of its own is escaped. It is marked `draft: true`, so that nothing is published before its author says so.
 */
export function writeIssue(issue: DraftIssue): string {
  const { title, subtitle, number, date, introduction, blocks } = issue;
  const frontMatter = { title, ...(subtitle === undefined ? {} : { subtitle }), number, date, draft: true };
  const opening = `---\n${writeFields(frontMatter)}---\n`;
  const lead = introduction.length === 0 ? [] : [writeParts(introduction.map(toParagraph))];
  return [opening, ...lead, ...blocks.map(writeBlock)].join('\n');
}

function writeBlock({ name, fields, body }: DraftBlock): string {
  const text = body.length === 0 ? '' : `\n${writeParts(body)}`;
  return `---${name}\n${writeFields(fields)}---\n${text}`;
}

function writeFields(fields: object): string {
  if (Object.keys(fields).length === 0) return '';
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${writeValue(value)}\n`)
    .join('');
}

/** On one line, whatever it is. A date stays text in YAML 1.2. */
function writeValue(value: unknown): string {
  return stringify(value, { lineWidth: 0, collectionStyle: 'flow', defaultStringType: 'PLAIN' }).trimEnd();
}

function toParagraph(text: string): DraftPart {
  return { kind: 'paragraph', text };
}

function writeParts(parts: readonly DraftPart[]): string {
  const root: Nodes = { type: 'root', children: parts.map(toNode) };
  const markdown = toMarkdown(root, { bullet: '-', extensions: [gfmToMarkdown()] });
  // A merge tag, and a fence of a block, are signs of ours that no markdown writer knows.
  return markdown.replaceAll('{{', '\\{{').replaceAll(/^(?=---)/gm, '\\');
}

type Block = Extract<Nodes, { type: 'heading' | 'paragraph' | 'list' }>;

function toNode(part: DraftPart): Block {
  switch (part.kind) {
    case 'heading':
      return { type: 'heading', depth: 3, children: toPhrasing(part.text) };
    case 'paragraph':
      return { type: 'paragraph', children: toPhrasing(part.text) };
    case 'list':
      return {
        type: 'list',
        ordered: part.start !== undefined,
        ...(part.start === undefined ? {} : { start: part.start }),
        spread: false,
        children: part.items.map((item) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: toPhrasing(item) }],
        })),
      };
  }
}

// A mailbox is looked for at the start of a word alone: from each of its letters anew, a long word would take the square of its length.
const address =
  /(https?:\/\/[^\s<>]+)|((?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/giu;

/** Addresses are links, as in the mail that they were copied from: in text alone their signs would be escaped. */
function toPhrasing(text: string): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: match, 1: web, index } of text.matchAll(address)) {
    if (index > end) content.push({ type: 'text', value: text.slice(end, index) });
    const found = withoutEnding(match);
    const url = web === undefined ? `mailto:${found}` : found;
    content.push({ type: 'link', url, children: [{ type: 'text', value: found }] });
    end = index + found.length;
  }
  return end < text.length || content.length === 0
    ? [...content, { type: 'text', value: text.slice(end) }]
    : content;
}

/** An address ends before the sign that ends its sentence; a bracket that opened in it belongs to it. */
function withoutEnding(found: string): string {
  let end = found.length;
  let closing = found.split(')').length - found.split('(').length;
  while (end > 0 && '.,;:!?\'"”’)]'.includes(found.charAt(end - 1))) {
    if (found.charAt(end - 1) === ')' && closing-- <= 0) break;
    end -= 1;
  }
  return found.slice(0, end);
}
