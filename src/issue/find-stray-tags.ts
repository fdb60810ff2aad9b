import type { Nodes, Root } from 'mdast';
import type { Place } from '../source/place.ts';
import { bracesInMarkdown, type MergeTagFault, unclosedMergeTag } from './merge-tag.ts';
import { nodesOf } from './nodes-of.ts';
import { placeOfNode } from './parse-markdown.ts';

export interface StrayTag {
  readonly fault: MergeTagFault;
  readonly place: Place;
}

const inAddress: MergeTagFault = {
  message: 'merge tags work neither in the address of a link nor in an image',
  hint: 'write the address itself, and the tag into the text beside it',
};

const cutByTable: MergeTagFault = {
  message: 'in a table, the bar cuts this merge tag in two',
  hint: 'put a backslash in front of the bar, such as {{firstName\\|there}}',
};

/**
 * What looks like a merge tag and became none: it is not closed, or stands where markdown reads no tags. Looks for it
 * in the source: an address or the description of an image has no node of its own, and some texts have no position.
 *
 * @param lines of the whole file, in which the positions count
 */
export function findStrayTags(root: Root, lines: readonly string[]): StrayTag[] {
  const braces = root.children.flatMap((node) => findBraces(placeOfNode(node), lines));
  if (braces.length === 0) return [];
  const nodes = nodesOf(root);
  const stray = outside(placesOf(nodes, ['mergeTag', 'code', 'inlineCode', 'html']), braces);
  const besideTables = new Set(outside(placesOf(nodes, ['table']), stray));
  return stray.map((found) => {
    const { content, place } = found;
    if (content === undefined) return { fault: unclosedMergeTag, place };
    const isCut = !besideTables.has(found) && /(?<!\\)\|/.test(content);
    return { fault: isCut ? cutByTable : inAddress, place };
  });
}

interface Braces {
  readonly place: Place;
  /** What stands between them, if they are closed. */
  readonly content: string | undefined;
}

function findBraces(within: Place | undefined, lines: readonly string[]): Braces[] {
  if (within === undefined) return [];
  return lines.slice(within.line - 1, within.endLine).flatMap((text, index) => {
    const line = within.line + index;
    return Array.from(text.matchAll(bracesInMarkdown)).flatMap(({ 0: written, 1: content, index: start }) => {
      if (written.startsWith('\\')) return [];
      const place = { line, column: start + 1, endLine: line, endColumn: start + 1 + written.length };
      return [{ place, content }];
    });
  });
}

/** In the order of the text. */
function placesOf(nodes: readonly Nodes[], types: readonly string[]): Place[] {
  return nodes.filter(({ type }) => types.includes(type)).flatMap((node) => placeOfNode(node) ?? []);
}

/** What starts in none of the stretches. Both are in the order of the text, and no two stretches overlap. */
function outside(stretches: readonly Place[], found: readonly Braces[]): Braces[] {
  let next = 0;
  return found.filter(({ place: { line, column } }) => {
    let stretch = stretches[next];
    while (stretch !== undefined && isBefore(stretch.endLine, stretch.endColumn - 1, { line, column })) {
      next += 1;
      stretch = stretches[next];
    }
    return stretch === undefined || isBefore(line, column, stretch);
  });
}

function isBefore(line: number, column: number, other: Pick<Place, 'line' | 'column'>): boolean {
  return line < other.line || (line === other.line && column < other.column);
}
