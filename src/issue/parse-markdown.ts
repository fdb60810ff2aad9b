import type { Node, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '../source/place.ts';
import { mergeTagFromMarkdown, mergeTagSyntax } from './merge-tag-syntax.ts';
import { nodesOf } from './nodes-of.ts';

const plain = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [mergeTagSyntax], fromMarkdownExtensions: [mergeTagFromMarkdown] })
  .freeze();
const withGfm = plain().use(remarkGfm).freeze();

/**
 * What every construct of GFM has at least one of: the bars or colons of a table, the tildes of strikethrough, a
 * footnote’s sign, a task’s box, what a bare link starts with or, as a reference such as `&#64;`, may turn out to hold.
 * To look for them at each sign takes longer than all the rest of the reading, and most texts have none.
 */
const signOfGfm = /[|~@]|:-|-:|\[\^|\[(?:x|\s[\s>]*)\]|www|http|&[#a-z]/i;

/** A piece of a file, with the line at which it starts, from 1. */
export interface TextPiece {
  readonly text: string;
  readonly line: number;
}

/**
 * CommonMark with GFM's tables, strikethrough, bare links and footnotes, and merge tags. The lines of every node's
 * position count in the whole file.
 */
export function parseMarkdown({ text, line }: TextPiece): Root {
  const root = (signOfGfm.test(text) ? withGfm : plain).parse(text);
  for (const { position } of nodesOf(root)) {
    if (position === undefined) continue;
    position.start.line += line - 1;
    position.end.line += line - 1;
  }
  return root;
}

/** Where a node stands, if the parser says so: it does not of what it makes of some bare links. */
export function placeOfNode({ position }: Node): Place | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
