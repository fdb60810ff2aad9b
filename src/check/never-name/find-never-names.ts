import type { TextView } from '../search/text-view.ts';
import { type Addresses, findAddresses } from './find-addresses.ts';
import { endOfCharacter, type FoldedText, foldText } from './fold-text.ts';
import { findSought, indexOf, type NameIndex, type Occurrence } from './name-index.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
import { type Span, Spans } from './spans.ts';
import { undisguise } from './undisguise.ts';

/** Where an entry of the list shows in a text. */
export interface NeverNameHit {
  readonly entry: NeverName;
  /** Indexes into the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Every entry of the list that a text shows and must not, however it is written there, in the order of the text: a hit
 * within a phrase that the entry allows is none.
 */
export function findNeverNames(text: string, list: NeverNameList): readonly NeverNameHit[] {
  return findMentions(text, list).filter(({ isAllowed }) => !isAllowed);
}

/** An entry in a text, also where it is only a word. */
export interface Mention extends NeverNameHit {
  readonly isAllowed: boolean;
}

/** Every place at which a text shows an entry of the list, in the order of the text. */
export function findMentions(text: string, list: NeverNameList): readonly Mention[] {
  if (list.length === 0) return [];
  const index = indexOf(list);
  const found = undisguise(text).flatMap((view) => findInView(view, index));
  return Array.from(Map.groupBy(found, ({ entry }) => entry).values())
    .flatMap(withoutRepeats)
    .sort((left, right) => left.start - right.start || left.entry.number - right.entry.number);
}

/** What was found in one reading of a text: a name, or a phrase that allows it. */
interface Found {
  readonly entry: NeverName;
  readonly isAllowed: boolean;
  readonly span: Span;
}

/** One entry in all readings of a text: a place that shows it in two of them is one. */
function withoutRepeats(found: readonly Found[]): readonly Mention[] {
  const phrases = new Spans(found.filter(({ isAllowed }) => isAllowed).map(({ span }) => span));
  const names = found.filter(({ isAllowed }) => !isAllowed);
  const once = new Map(names.map((name) => [name.span.join(), name]));
  return Array.from(once.values(), ({ entry, span }) => {
    const [start, end] = span;
    return { entry, start, end, isAllowed: phrases.holds(span) };
  });
}

function findInView(view: TextView, index: NameIndex): readonly Found[] {
  const folded = foldText(view.text);
  const occurrences = findSought(index, folded);
  if (occurrences.length === 0) return [];
  const addresses = findAddresses(view.text);
  return occurrences.flatMap((occurrence) => {
    const after = endOfWord(occurrence, { text: view.text, folded, addresses });
    if (after === undefined) return [];
    const { sought, first } = occurrence;
    const last = endOfCharacter(view.text, folded.starts[after - 1] ?? 0) - 1;
    const span: Span = [view.starts[folded.starts[first] ?? 0] ?? 0, view.ends[last] ?? 0];
    return { entry: sought.entry, isAllowed: sought.isAllowed, span };
  });
}

interface Reading {
  readonly text: string;
  readonly folded: FoldedText;
  readonly addresses: Addresses;
}

/** The letter behind a name, and behind what is written on to it; undefined where it is a part of some other word. */
function endOfWord({ sought, first, after }: Occurrence, reading: Reading): number | undefined {
  const { text, folded, addresses } = reading;
  if (!sought.isWord) return after;
  const opens = folded.opens[first] === 1;
  const closes = closesWord(folded, after);
  if (opens && closes) return after;
  if (!sought.mayGoOn || after - first < leastWithMore) return undefined;
  const start = folded.starts[first] ?? 0;
  const span: Span = [start, endOfCharacter(text, folded.starts[after - 1] ?? 0)];
  const isLong = after - first >= leastInSlug;
  if ((opens || closes) && addresses.tellsName(span, isLong)) return after;
  return opens ? endOfEnding(folded, after) : undefined;
}

/** Shorter names are parts of too many words and hosts. */
const leastWithMore = 4;

/** Shorter names open or end too many words of titles, as they stand in addresses: `ramping-up`; and of random tokens. */
const leastInSlug = 6;

/** The genitive or the plural, and the forms of companies, as they are written on to a name: `zorblattinc`. */
const endings: readonly string[] = ['s', 'inc', 'ltd', 'gmbh', 'ag', 'corp', 'llc', 'co'];

function endOfEnding(folded: FoldedText, after: number): number | undefined {
  const ending = endings.find(
    (letters) => folded.letters.startsWith(letters, after) && closesWord(folded, after + letters.length),
  );
  return ending === undefined ? undefined : after + ending.length;
}

function closesWord({ opens, letters }: FoldedText, after: number): boolean {
  return after === letters.length || opens[after] === 1;
}
