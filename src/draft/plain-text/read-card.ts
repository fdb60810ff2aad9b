import type { DraftBlock, DraftPart } from '../draft-issue.ts';
import {
  type CallToAction,
  plainTitle,
  type ReadCall,
  readCallToAction,
  readNamedCall,
} from './read-call.ts';
import { type Label, withoutSigns } from './read-label.ts';
import { countItems, readItem, toList } from './read-list.ts';
import { type Line, type Remark, remark } from './remark.ts';
import { isAnyCall } from './starts-further-card.ts';

/** A block, and what was taken for something that the text does not say plainly. */
export interface ReadBlock {
  readonly block: DraftBlock;
  readonly guessed: readonly Remark[];
  readonly dropped: readonly Remark[];
}

/** A role or a candidate: a title, one bullet a line, and perhaps a call to action and a link. */
export function readCard(label: Label, lines: readonly Line[], usual: CallToAction): ReadBlock {
  const { name, title } = label;
  const { own: calls, further } = findCalls(lines, label);
  const { isWritten, dropped } = leaveAddressesOut(name, lines, calls);
  const address = isWritten ? calls.find((call) => call.address !== undefined)?.address : undefined;
  const cta = calls.find((call) => call.cta !== undefined)?.cta;
  const isUsual = isSame(cta?.lead ?? usual.lead, usual.lead) && isSame(cta?.label, usual.label);
  const gone = new Set([...calls.map(({ line }) => line.number), ...dropped.map(({ line }) => line)]);
  const text = lines.filter(({ number }) => !gone.has(number));
  const titleLine = title === '' ? findTitle(text, name) : undefined;
  return {
    block: {
      name,
      fields: {
        title: title || (titleLine === undefined ? 'TODO' : withoutSigns(textOf(titleLine))),
        ...(address === undefined ? {} : { apply: address }),
        ...(cta === undefined || isUsual ? {} : { cta: { ...cta } }),
      },
      body: readBody(text.filter((line) => line !== titleLine)),
    },
    guessed: [
      ...(titleLine === undefined ? [] : [remark(titleLine, `the title of the ${name}`)]),
      ...calls
        .filter(({ line }) => !dropped.some((left) => left.line === line.number))
        .map((call) => remark(call.line, describe(call, address))),
      ...further.map(({ line }) => remark(line, describeFurther(calls, name))),
    ],
    dropped,
  };
}

/** What a candidate's block tells of an address may be the candidate's own: it is written nowhere, and reported. */
function leaveAddressesOut(
  name: Label['name'],
  lines: readonly Line[],
  calls: readonly PlacedCall[],
): { readonly isWritten: boolean; readonly dropped: readonly Remark[] } {
  if (name === 'open role') return { isWritten: true, dropped: [] };
  const isOwn = (line: Line): boolean => calls.some((call) => call.line === line);
  const left = lines.filter(
    (line) => readCallToAction(textOf(line), name)?.address !== undefined || isContactLine(line),
  );
  return {
    isWritten: false,
    dropped: left.map((line) =>
      remark(
        line,
        isOwn(line)
          ? 'the call to action with an address that may be the candidate’s own; if it is yours, write it as contact:'
          : 'an address that may be the candidate’s own; if it is yours, write it as contact:',
      ),
    ),
  };
}

function isContactLine({ text }: Line): boolean {
  return /\S@\S{1,100}\.\S/.test(text) && /\b(?:e-?mail|contact|reach|write)\b/i.test(text);
}

function describeFurther([call]: readonly PlacedCall[], name: Label['name']): string {
  return `text: the block has its call to action in line ${call?.line.number ?? 0} already; if another ${name} starts above this one, write ---${name} there`;
}

function textOf(line: Line): string {
  return readItem(line)?.text ?? line.text;
}

/** Whether the words are the same; a space that does not break is a space. */
function isSame(words: string | undefined, usual: string | undefined): boolean {
  return words?.replaceAll(/\s+/g, ' ') === usual;
}

/** The title of a block, as far as the text shows one. */
export function titleOf(label: Label, lines: readonly Line[]): string {
  const line = findTitle(lines, label.name);
  return label.title || (line === undefined ? '' : withoutSigns(textOf(line)));
}

/** Where the label stands alone, the few words below it are the title; a call to action is none. */
function findTitle(lines: readonly Line[], name: Label['name']): Line | undefined {
  const [first, second] = lines.filter((line) => !isAnyCall(line, name));
  if (first === undefined || first.text.length > 80) return undefined;
  const item = readItem(first);
  const below = second === undefined ? undefined : readItem(second);
  const isNumbered = item?.number !== undefined && below !== undefined && below.number === undefined;
  return item === undefined || isNumbered ? first : undefined;
}

interface PlacedCall extends ReadCall {
  readonly line: Line;
  /** Where among the lines of the block. */
  readonly index: number;
}

interface FoundCalls {
  /** What belongs to the block: words, an address, or both; lines one below the other. */
  readonly own: readonly PlacedCall[];
  /** Those behind, which are likely another block’s. */
  readonly further: readonly PlacedCall[];
}

/** The first call of a block is its own. */
function findCalls(lines: readonly Line[], label: Label): FoundCalls {
  const runs = groupCalls(lines, label);
  const isLast = (run: readonly PlacedCall[]): boolean => run.at(-1)?.index === lines.length - 1;
  // An address without a word, amid the text, is text.
  const asking = runs.filter((run) => isLast(run) || run.some(({ isBare }) => !isBare));
  // Nor is it in front of the title, where nothing else asks.
  const above = label.title === '' ? runs.filter(([call]) => call?.index === 0) : [];
  const [first = [], second, ...others] = asking.length > 0 ? asking : above;
  if (second === undefined) return { own: first, further: [] };
  // At the top stand the words, and at the end their link.
  const isParted =
    first.every(({ index, address }) => index === 0 && address === undefined) &&
    second.every(({ cta }) => cta === undefined);
  return isParted
    ? { own: [...first, ...second], further: others.flat() }
    : { own: first, further: [...second, ...others.flat()] };
}

/** Calls in lines one below the other, with words once and an address once. */
function groupCalls(lines: readonly Line[], label: Label): readonly (readonly PlacedCall[])[] {
  const title = titleOf(label, lines);
  const runs: PlacedCall[][] = [];
  for (const [index, line] of lines.entries()) {
    const read = readCallToAction(textOf(line), label.name) ?? readCallFor(title, label, line);
    if (read === undefined) continue;
    const call = { ...read, line, index };
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.index === index - 1 && completes(call, run)) run.push(call);
    else runs.push([call]);
  }
  return runs;
}

/** A call that names a role is a call of that role alone. */
function readCallFor(title: string, { name }: Label, line: Line): ReadCall | undefined {
  const call = name === 'open role' ? readNamedCall(textOf(line)) : undefined;
  if (call === undefined || plainTitle(call.named) !== plainTitle(title)) return undefined;
  return { address: call.address, isBare: false };
}

function completes(call: ReadCall, run: readonly ReadCall[]): boolean {
  return !run.some(
    ({ cta, address }) =>
      (cta !== undefined && call.cta !== undefined) || (address !== undefined && call.address !== undefined),
  );
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
