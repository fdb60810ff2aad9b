import type { DraftBlock, DraftPart } from '../draft-issue.ts';
import { type CallToAction, type ReadCall, readCallToAction } from './read-call.ts';
import type { Label } from './read-label.ts';
import { countItems, readItem, toList } from './read-list.ts';
import { type Line, type Remark, remark } from './remark.ts';

/** A block, and what was taken for something that the text does not say plainly. */
export interface ReadBlock {
  readonly block: DraftBlock;
  readonly guessed: readonly Remark[];
}

/** A role or a candidate: one bullet a line, and perhaps a call to action and a link as the last ones. */
export function readCard({ name, title }: Label, lines: readonly Line[], usual: CallToAction): ReadBlock {
  const calls = readCalls(lines, name);
  const address = calls.find((call) => call.address !== undefined)?.address;
  const cta = calls.find((call) => call.cta !== undefined)?.cta;
  const isUsual = cta?.lead === usual.lead && cta.label === usual.label;
  const key = name === 'open role' ? 'apply' : 'contact';
  return {
    block: {
      name,
      fields: {
        title: title || 'TODO',
        ...(address === undefined ? {} : { [key]: address }),
        ...(cta === undefined || isUsual ? {} : { cta: { ...cta } }),
      },
      body: readBody(lines.slice(0, lines.length - calls.length)),
    },
    guessed: calls.map((call) => remark(call.line, describe(call, address))),
  };
}

interface PlacedCall extends ReadCall {
  readonly line: Line;
}

/** The last lines, as far as they are a call to action or an address to write to: one of each at most. */
function readCalls(lines: readonly Line[], name: Label['name']): readonly PlacedCall[] {
  const calls: PlacedCall[] = [];
  for (const line of lines.toReversed()) {
    const call = readCallToAction(line.text, name);
    const isSecond = calls.some(
      ({ cta, address }) =>
        (cta !== undefined && call?.cta !== undefined) ||
        (address !== undefined && call?.address !== undefined),
    );
    if (call === undefined || isSecond) break;
    calls.unshift({ ...call, line });
  }
  return calls;
}

function describe({ cta, address }: ReadCall, known: string | undefined): string {
  if (cta === undefined) return 'the link of the call to action';
  if (address !== undefined) return 'the call to action and its link';
  return known === undefined ? 'the call to action; its link is lost' : 'the call to action';
}

/** Where some lines have the sign of a list item, the others are running text; where none has, each line is one. */
function readBody(lines: readonly Line[]): readonly DraftPart[] {
  if (lines.length === 0) return [];
  if (lines.every((line) => readItem(line) === undefined)) return [toList(lines)];
  const parts: DraftPart[] = [];
  for (let index = 0; index < lines.length; ) {
    const count = countItems(lines.slice(index));
    const line = lines[index];
    if (count > 0) parts.push(toList(lines.slice(index, index + count)));
    else if (line !== undefined) parts.push({ kind: 'paragraph', text: line.text });
    index += Math.max(count, 1);
  }
  return parts;
}
