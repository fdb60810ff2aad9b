import type { TextView } from '../search/text-view.ts';
import { type FoldedText, foldTerm, foldText } from './fold-text.ts';
import type { NeverName, NeverNameList } from './never-name-list.ts';
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
  const readings = undisguise(text).map(read);
  return list
    .flatMap((entry) => {
      const spans = readings.flatMap((reading) => findEntry(reading, entry));
      if (spans.length === 0) return [];
      const allowed = readings.flatMap((reading) => findPhrases(reading, entry.allow));
      const once = new Map(spans.map((span) => [span.join(), span]));
      return Array.from(once.values(), ([start, end]) => ({
        entry,
        start,
        end,
        isAllowed: allowed.some(([from, to]) => from <= start && end <= to),
      }));
    })
    .sort((left, right) => left.start - right.start);
}

/** A view of the text, prepared for the search. */
interface Reading {
  readonly view: TextView;
  readonly folded: FoldedText;
  readonly hosts: readonly Span[];
}

type Span = readonly [start: number, end: number];

function read(view: TextView): Reading {
  return { view, folded: foldText(view.text), hosts: findHosts(view.text) };
}

function findEntry(reading: Reading, { terms, match }: NeverName): Span[] {
  return terms.flatMap((term) => {
    const anywhere = match === 'substring' || hasNoSpaces.test(term);
    return occurrences(reading.folded.letters, foldTerm(term))
      .filter((letters) => anywhere || isWord(reading.folded, letters) || isPartOfHost(reading, letters))
      .map((letters) => inOriginal(reading, letters));
  });
}

/** Phrases in which the word is only a word. */
function findPhrases(reading: Reading, phrases: readonly string[]): Span[] {
  return phrases.flatMap((phrase) =>
    occurrences(reading.folded.letters, foldTerm(phrase)).map((letters) => inOriginal(reading, letters)),
  );
}

/** The spans of folded letters, the end exclusive, at which a term stands. */
function occurrences(letters: string, sought: string): Span[] {
  const found: Span[] = [];
  if (sought === '') return found;
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + 1)) {
    found.push([at, at + sought.length]);
  }
  return found;
}

function inOriginal({ view, folded }: Reading, [first, after]: Span): Span {
  const start = view.starts[folded.starts[first] ?? 0] ?? 0;
  const end = view.ends[(folded.ends[after - 1] ?? 1) - 1] ?? start;
  return [start, end];
}

/** Scripts that do not put spaces between words. */
const hasNoSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isWord(folded: FoldedText, letters: Span): boolean {
  return opensWord(folded, letters) && closesWord(folded, letters);
}

function opensWord({ opens }: FoldedText, [first]: Span): boolean {
  return opens[first] === true;
}

function closesWord({ opens, letters }: FoldedText, [, after]: Span): boolean {
  return after === letters.length || opens[after] === true;
}

/** Shorter names are parts of too many hosts. */
const leastInHost = 4;

/** In `getacme.io` and `acmehq.com` the name opens or ends a label; nobody who reads it is in doubt. */
function isPartOfHost({ folded, hosts }: Reading, letters: Span): boolean {
  const [first, after] = letters;
  if (after - first < leastInHost) return false;
  const start = folded.starts[first] ?? 0;
  if (!hosts.some(([from, to]) => from <= start && start < to)) return false;
  return opensWord(folded, letters) || closesWord(folded, letters);
}

function findHosts(text: string): Span[] {
  const hosts = text.matchAll(/[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,10}/gu);
  return Array.from(hosts, ({ 0: host, index }) => [index, index + host.length]);
}
