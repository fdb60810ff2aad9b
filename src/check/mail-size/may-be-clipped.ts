import type { Nodes } from 'mdast';
import type { WrittenIssue } from '../../issue/issue.ts';
import { nodesOf } from '../../issue/nodes-of.ts';
import { mostHtmlBytes } from './mail-clipped.ts';

/** What a mail has besides its text, and what each kind of markdown adds to the text in it: bytes, rounded up. */
const frame = 15_000;
const block = 1_100;
const costs: Partial<Record<Nodes['type'], number>> = {
  blockquote: 450,
  code: 500,
  footnoteReference: 250,
  heading: 200,
  image: 200,
  inlineCode: 150,
  link: 150,
  linkReference: 150,
  list: 250,
  listItem: 60,
  paragraph: 60,
  table: 500,
  tableCell: 160,
  thematicBreak: 100,
};

/** A template of the workspace's own may be twice as wordy. */
const doubt = 2;

/** Whether it is worth rendering a mail to see how large it is: an estimate that would rather ask too often. */
export function mayBeClipped({ source, introduction, blocks }: WrittenIssue): boolean {
  let bytes = frame + block * blocks.length + Buffer.byteLength(source);
  for (const root of [introduction, ...blocks.map(({ body }) => body)]) {
    for (const { type } of nodesOf(root)) bytes += costs[type] ?? 0;
  }
  return bytes * doubt > mostHtmlBytes;
}
