import type { DraftPart } from '../draft-issue.ts';
import type { Line } from './remark.ts';

/** A part of a draft, and the line at which it starts. */
export interface PlacedPart {
  readonly part: DraftPart;
  readonly line: Line;
}

interface Item {
  readonly text: string;
  /** Of a numbered one. */
  readonly number?: number;
}

/** A line that begins with the sign of a list item; the sign is markdown’s to write, and not a part of the text. */
export function readItem({ text }: Line): Item | undefined {
  const [, digits, behind = ''] = /^(?:[-–—*•·‣▪◦●○➤→✓]|(\d{1,3})[.)])\s+(\S.*)$/u.exec(text) ?? [];
  if (behind === '') return undefined;
  return digits === undefined ? { text: behind } : { text: behind, number: Number(digits) };
}

/** How many lines, from the one at `from` on, are items of one list: all with a sign, or numbered one after the other. */
export function countItems(lines: readonly Line[], from: number): number {
  const first = itemAt(lines, from);
  if (first === undefined) return 0;
  let count = 1;
  while (continuesList(itemAt(lines, from + count), first, count)) count += 1;
  return count;
}

function itemAt(lines: readonly Line[], index: number): Item | undefined {
  const line = lines[index];
  return line === undefined ? undefined : readItem(line);
}

function continuesList(item: Item | undefined, first: Item, count: number): boolean {
  return (
    item !== undefined && item.number === (first.number === undefined ? undefined : first.number + count)
  );
}

/** Lines that `countItems` found to be one list. */
export function toList(lines: readonly Line[]): DraftPart {
  const items = lines.map((line) => readItem(line)?.text ?? line.text);
  const [first] = lines;
  const start = first === undefined ? undefined : readItem(first)?.number;
  return { kind: 'list', items, ...(start === undefined ? {} : { start }) };
}
