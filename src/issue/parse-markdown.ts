import type { Node, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Place } from '../source/place.ts';
import { mergeTagFromMarkdown, mergeTagSyntax } from './merge-tag-syntax.ts';
import { nodesOf } from './nodes-of.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data({ micromarkExtensions: [mergeTagSyntax], fromMarkdownExtensions: [mergeTagFromMarkdown] })
  .freeze();

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
  const root = parser.parse(text);
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
