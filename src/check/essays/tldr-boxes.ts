import type { RootContent } from 'mdast';
import { splitEssay } from '../../issue/split-essay.ts';
import type { Place } from '../../source/place.ts';
import type { WrittenEssay } from './essays.ts';

export interface TldrBox {
  /** Of its label’s line. */
  readonly place: Place;
  /** As the author wrote it. */
  readonly label: string;
  readonly children: readonly RootContent[];
}

/** The TL;DR boxes of an essay, each with the place of its label. */
export function tldrBoxesOf({ body }: WrittenEssay): readonly TldrBox[] {
  const places = body.children.filter(opensTldr).flatMap((node) => firstLine(node) ?? []);
  const boxes = splitEssay(body).flatMap((part) => (part.kind === 'tldr' ? [part] : []));
  return boxes.flatMap(({ label, children }, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ place, label, children }];
  });
}

/** Whether a heading or a paragraph opens a TL;DR box. That depends on nothing around it. */
export function opensTldr(node: RootContent): boolean {
  return splitEssay({ type: 'root', children: [node] }).some(({ kind }) => kind === 'tldr');
}

function firstLine({ position }: RootContent): Place | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  const endColumn = start.line === end.line ? end.column : start.column + 'TLDR:'.length;
  return { line: start.line, column: start.column, endLine: start.line, endColumn };
}
