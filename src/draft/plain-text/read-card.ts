import type { DraftBlock, DraftPart } from '../draft-issue.ts';
import { type CallToAction, type ReadCall, readCallToAction } from './read-call.ts';
import type { Label } from './read-label.ts';
import { countItems, readItem, toList } from './read-list.ts';
import { type Line, type Remark, remark } from './remark.ts';

/** A block, and what was taken for something that the text does not say plainly. */
export interface ReadBlock {
  readonly block: DraftBlock;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}

/** A role or a candidate: a title, one bullet a line, and perhaps a call to action and a link as the last ones. */
export function readCard({ name, title }: Label, lines: readonly Line[], usual: CallToAction): ReadBlock {
  const calls = findCalls(lines, name);
  const address = calls.find((call) => call.address !== undefined)?.address;
  const cta = calls.find((call) => call.cta !== undefined)?.cta;
  const isUsual = isSame(cta?.lead ?? usual.lead, usual.lead) && isSame(cta?.label, usual.label);
  const key = name === 'open role' ? 'apply' : 'contact';
  const text = lines.filter((line) => !calls.some((call) => call.line === line));
  const titleLine = title === '' ? findTitle(text) : undefined;
  return {
    block: {
      name,
      fields: {
        title: title || titleLine?.text || 'TODO',
        ...(address === undefined ? {} : { [key]: address }),
        ...(cta === undefined || isUsual ? {} : { cta: { ...cta } }),
      },
      body: readBody(text.slice(titleLine === undefined ? 0 : 1)),
    },
    guessed: [
      ...(titleLine === undefined ? [] : [remark(titleLine, `the title of the ${name}`)]),
      ...calls.map((call) => remark(call.line, describe(call, address))),
    ],
    dropped: [],
  };
}

/** Whether the words are the same; a space that does not break is a space. */
function isSame(words: string | undefined, usual: string | undefined): boolean {
  return words?.replaceAll(/\s+/g, ' ') === usual;
}

/** Where the label stands alone, the few words below it are the title. */
function findTitle([first]: readonly Line[]): Line | undefined {
  const isTitle = first !== undefined && first.text.length <= 80 && readItem(first) === undefined;
  return isTitle ? first : undefined;
}

interface PlacedCall extends ReadCall {
  readonly line: Line;
}

/** The calls at the end; where they have no words, the last line above that is nothing but such words. */
function findCalls(lines: readonly Line[], name: Label['name']): readonly PlacedCall[] {
  const calls = readCalls(lines, name);
  if (calls.some(({ cta }) => cta !== undefined)) return calls;
  const above = lines.slice(0, lines.length - calls.length).flatMap((line) => {
    const call = readCallToAction(line.text, name);
    return call?.cta?.lead !== undefined && call.address === undefined ? [{ ...call, line }] : [];
  });
  return [...above.slice(-1), ...calls];
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
    const count = countItems(lines, index);
    const line = lines[index];
    if (count > 0) parts.push(toList(lines.slice(index, index + count)));
    else if (line !== undefined) parts.push({ kind: 'paragraph', text: line.text });
    index += Math.max(count, 1);
  }
  return parts;
}
