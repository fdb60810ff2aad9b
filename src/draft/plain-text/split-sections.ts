import { isRule } from './is-rule.ts';
import { readCallToAction } from './read-call.ts';
import { type Label, readLabel } from './read-label.ts';
import { readItem } from './read-list.ts';
import { isShort, readsLikeTitle } from './reads-like-title.ts';
import { type Line, type Remark, remark } from './remark.ts';
import { isAnyCall, isCall, startsFurtherCard } from './starts-further-card.ts';

/** The line that opens a block, and the lines below it. */
export interface Section {
  readonly label: Label;
  readonly line: Line;
  readonly lines: readonly Line[];
}

interface SplitText {
  readonly head: readonly Line[];
  readonly sections: readonly Section[];
  /** Lines that stay text, though they may have been meant for the start of a block. */
  readonly unsure: readonly Remark[];
}

/** Where in the text a line stands. */
interface Spot {
  readonly lines: readonly Line[];
  readonly index: number;
  /** The block above. */
  readonly above: Section | undefined;
  /** Whether the text has no empty line at all, as one that was copied out of some mails: then none sets a line apart. */
  readonly isCompact: boolean;
}

/** Parts a text at the lines that open a block. */
export function splitSections(lines: readonly Line[]): SplitText {
  const head: Line[] = [];
  const sections: (Section & { readonly lines: Line[] })[] = [];
  const unsure: Remark[] = [];
  const isCompact = lines.every(
    ({ number }, index) => number - (lines[index - 1]?.number ?? number - 1) === 1,
  );
  for (const [index, line] of lines.entries()) {
    const spot: Spot = { lines, index, above: sections.at(-1), isCompact };
    const label = readLabel(line.text) ?? (mayBeListed(spot) ? readListedLabel(spot) : undefined);
    if (label !== undefined && opensBlock(label, spot)) {
      sections.push({ label, line, lines: [] });
      continue;
    }
    const doubt = describeDoubt(label, line, spot);
    if (doubt !== undefined) unsure.push(remark(line, doubt));
    (sections.at(-1)?.lines ?? head).push(line);
  }
  return { head, sections, unsure };
}

/** Above the first block there is no list that an item with the name of a block could belong to; where one is, all may be. */
function mayBeListed({ above }: Spot): boolean {
  if (above === undefined) return true;
  const announces = above.label.title === '' && above.lines.length === 0;
  return announces || readItem(above.line) !== undefined;
}

function readListedLabel({ lines, index }: Spot): Label | undefined {
  const line = lines[index];
  const item = line === undefined ? undefined : readItem(line);
  const label = item === undefined ? undefined : readLabel(item.text);
  if (label === undefined || label.isOther) return undefined;
  const isSure = label.title !== '' || label.isSeveral || isNumberedHeading(item?.number, lines[index + 1]);
  return isSure ? { ...label, isPlain: false } : undefined;
}

/** Of names alone, those in a list of contents have a further number or a block below them, and a heading has its text. */
function isNumberedHeading(number: number | undefined, next: Line | undefined): boolean {
  if (number === undefined || next === undefined) return false;
  return readItem(next)?.number !== number + 1 && readLabel(next.text) === undefined;
}

/** The names of the format open a block; for the names that people use beside them, what stands around must say so. */
function opensBlock(label: Label, spot: Spot): boolean {
  const { lines, index, above } = spot;
  const next = lines[index + 1];
  // Directly below a title it is a field of that block.
  if (label.isOther && above !== undefined && above.label.title !== '' && lines[index - 1] === above.line)
    return false;
  const inEssay = above?.label.name === 'penny for my thoughts';
  if (!label.isOther) {
    return !(inEssay && label.isSeveral && label.title === '') || (next !== undefined && startsCard(next));
  }
  if (next === undefined || !isShort(label.title === '' ? next : { ...next, text: label.title }))
    return false;
  // An essay has headings and sentences that begin so.
  if (inEssay) return standsApart(spot) && hasCallBelow(label, spot);
  const hasItems = readItem(next) !== undefined;
  if (index === 0) return label.title !== '' && hasItems;
  return standsApart(spot) ? isShort(next) || hasItems : label.title !== '' && hasItems;
}

function startsCard(next: Line): boolean {
  return readsLikeTitle(next) || readItem(next) !== undefined;
}

/** Behind an empty line, a rule, a label or a call to action, or as a heading. */
function standsApart({ lines, index, above, isCompact }: Spot): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (line === undefined || before === undefined) return true;
  return (
    isCompact ||
    line.number - before.number > 1 ||
    isRule(before) ||
    before === above?.line ||
    isAnyCall(before, above?.label.name ?? 'open role') ||
    /^(?:#{1,6} |\*\*.*\*\*$)/.test(line.text) ||
    (/\p{Lu}/u.test(line.text) && !/\p{Ll}/u.test(line.text))
  );
}

/** Whether there is a call to action between a label and the next one. */
function hasCallBelow({ name }: Label, { lines, index }: Spot): boolean {
  for (const line of lines.slice(index + 1, index + 30)) {
    if (isCall(line, name)) return true;
    if (readLabel(line.text) !== undefined) return false;
  }
  return false;
}

const likeStart = (name: Label['name']): string =>
  `text, though it reads like the start of a block: if it is one, write ---${name} there`;

/** What may be wrong with taking a line for text. */
function describeDoubt(label: Label | undefined, line: Line, spot: Spot): string | undefined {
  if (label !== undefined) return isDoubtful(label, spot) ? likeStart(label.name) : undefined;
  const item = readItem(line);
  const listed = readListedLabel(spot);
  if (listed !== undefined) return likeStart(listed.name);
  const { above } = spot;
  if (above === undefined || above.label.name === 'penny for my thoughts') {
    const call = readCallToAction(item?.text ?? line.text, 'open role');
    return call?.cta?.lead === undefined
      ? undefined
      : 'text, though it reads like a call to action: a block above it may be missing';
  }
  return readsLikeFurtherCard(above, spot) ? likeStart(above.label.name) : undefined;
}

/** Below a label with a title, few words over a list or behind a call to action. */
function readsLikeFurtherCard({ label, line }: Section, { lines, index }: Spot): boolean {
  const before = lines[index - 1];
  const next = lines[index + 1];
  if (label.title === '' || before === undefined || before === line || next === undefined) return false;
  const isMarked = readItem(next) !== undefined || isAnyCall(before, label.name);
  return isMarked && startsFurtherCard(lines, index, label.name);
}

function isDoubtful(label: Label, spot: Spot): boolean {
  const { lines, index, above } = spot;
  const next = lines[index + 1];
  // The first line is the title.
  if (index === 0) return false;
  if (above?.label.name !== 'penny for my thoughts') return label.title !== '' || standsApart(spot);
  if (!standsApart(spot)) return false;
  return label.title === ''
    ? next !== undefined && startsCard(next)
    : readsLikeTitle({ number: 0, text: label.title });
}
