import { letterOfSign, lookAlikes } from './look-alikes.ts';

/**
 * Text reduced to what is compared: letters and digits without case, accents, width, invisible characters and the
 * look-alikes of Latin letters. Each remembers where it came from.
 */
export interface FoldedText {
  readonly letters: string;
  /** For each folded letter, the index in the text of the character that it came from. */
  readonly starts: Uint32Array;
  /** For each folded letter, whether a word starts with it: 1 or 0. */
  readonly opens: Uint8Array;
  /** For each folded letter, whether a sign for “and” stands between it and the letter before: 1 or 0. */
  readonly joins: Uint8Array;
  /** For each folded letter, which of the `digraphs` can be written for it; 0 where there is none. */
  readonly digraphs: Uint8Array;
}

/** How German and the Nordic languages write a letter where it cannot be typed: `ue` for ü. */
export const digraphs: readonly string[] = ['', 'ae', 'oe', 'ue', 'aa'];

/**
 * Folds a text. A digit beside a letter, a capital behind a small letter (`AcmeCorp`), and a change between Latin and a
 * script without spaces (`Acme株式会社`) open a word. Texts can have millions of signs, so that what is known of each is
 * kept as tight as it goes.
 */
export function foldText(text: string): FoldedText {
  const size = countFolded(text);
  const letters = new Uint16Array(size);
  const starts = new Uint32Array(size);
  const opens = new Uint8Array(size);
  const joins = new Uint8Array(size);
  const digraphsOfLetters = new Uint8Array(size);
  let count = 0;
  let before: Kind = 'gap';
  let isJoined = false;
  for (let index = 0; index < text.length; ) {
    const { kind, folded, digraph, mark, length } = fold(text.codePointAt(index) ?? 0);
    if (kind === 'nothing') {
      if (mark !== undefined && count > 0)
        digraphsOfLetters[count - 1] ||= digraphOf(String.fromCharCode(letters[count - 1] ?? 0) + mark);
    } else {
      if (folded !== '') digraphsOfLetters[count] = digraph;
      if (folded !== '' && kind !== before && !(before === 'capital' && kind === 'small')) opens[count] = 1;
      if (folded !== '' && isJoined) joins[count] = 1;
      isJoined = kind === 'gap' && (isJoined || isAndSign(text, index));
      for (let unit = 0; unit < folded.length; unit += 1, count += 1) {
        letters[count] = folded.charCodeAt(unit);
        starts[count] = index;
      }
      before = kind;
    }
    index += length;
  }
  return {
    letters: Buffer.from(letters.buffer).toString('utf16le'),
    starts,
    opens,
    joins,
    digraphs: digraphsOfLetters,
  };
}

function countFolded(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; ) {
    const { folded, length } = fold(text.codePointAt(index) ?? 0);
    count += folded.length;
    index += length;
  }
  return count;
}

/**
 * Whether the sign at an index says “and”: `M & S`, `M+S`, and, without a space beside it, `M-S` and `M/S`. A plus may
 * not open a line, where it is a bullet, nor a slash a tag, as in `a</b>`.
 */
function isAndSign(text: string, index: number): boolean {
  const sign = text.charAt(index).normalize('NFKD');
  if (sign === '&') return true;
  if (sign === '+') return !/\n[ \t]*$/.test(text.slice(Math.max(0, index - mostIndent), index));
  return /^[-/\u2010]$/.test(sign) && touchesLetters.test(text.slice(Math.max(0, index - 1), index + 2));
}

/** Spaces before a bullet that are looked at. */
const mostIndent = 20;

const touchesLetters = /^[\p{L}\p{N}].[\p{L}\p{N}]$/u;

type Kind = 'small' | 'capital' | 'digit' | 'unspaced' | 'gap' | 'nothing';

interface Folded {
  readonly kind: Kind;
  readonly folded: string;
  /** An index of `digraphs`. */
  readonly digraph: number;
  /** An accent that stands alone, behind the letter that it belongs to. */
  readonly mark?: string;
  /** Code units of the character. */
  readonly length: number;
}

const known = new Map<number, Folded>();

function fold(code: number): Folded {
  const found = known.get(code);
  if (found !== undefined) return found;
  const character = String.fromCodePoint(code);
  const made = { ...foldAnew(character), length: character.length };
  known.set(code, made);
  return made;
}

function foldAnew(character: string): Omit<Folded, 'length'> {
  if (invisible.test(character)) return { kind: 'nothing', folded: '', digraph: 0, mark: character };
  const joined = ligatures.get(character);
  if (joined !== undefined) return joined;
  const decomposed = character.normalize('NFKD');
  const plain = decomposed.replaceAll(/\p{M}/gu, '');
  // By way of the capital: ß is ss, and ſ is s.
  const folded =
    letterOfSign(character) ??
    plain
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replaceAll(/[^a-z0-9]/gu, (letter) => lookAlikes.get(letter) ?? letter);
  if (folded === '') return { kind: 'gap', folded, digraph: 0 };
  if (/^\p{N}/u.test(folded)) return { kind: 'digit', folded, digraph: 0 };
  const kind = hasNoSpaces.test(plain) ? 'unspaced' : /^\p{Lu}/u.test(plain) ? 'capital' : 'small';
  return { kind, folded, digraph: digraphOf(decomposed.toLowerCase()) };
}

/** Scripts that do not put spaces between words. */
export const hasNoSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The end, exclusive, of the character at an index. */
export function endOfCharacter(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

/** Two dots, a small e, or a ring over a vowel: an index of `digraphs`. */
function digraphOf(letter: string): number {
  const [written = ''] =
    Object.entries(marked).find(([, letters]) => letters.includes(letter.slice(0, 2))) ?? [];
  return digraphs.indexOf(written);
}

const marked: Readonly<Record<string, readonly string[]>> = {
  ae: ['a\u0308', 'a\u0364'],
  oe: ['o\u0308', 'o\u0364'],
  ue: ['u\u0308', 'u\u0364'],
  aa: ['a\u030a'],
};

const ligatures: ReadonlyMap<string, Omit<Folded, 'length'>> = new Map([
  ['æ', { kind: 'small', folded: 'a', digraph: digraphs.indexOf('ae') }],
  ['Æ', { kind: 'capital', folded: 'a', digraph: digraphs.indexOf('ae') }],
  ['ø', { kind: 'small', folded: 'o', digraph: digraphs.indexOf('oe') }],
  ['Ø', { kind: 'capital', folded: 'o', digraph: digraphs.indexOf('oe') }],
  ['œ', { kind: 'small', folded: 'o', digraph: digraphs.indexOf('oe') }],
  ['Œ', { kind: 'capital', folded: 'o', digraph: digraphs.indexOf('oe') }],
]);

/** What a reader does not see: joiners, soft hyphens, direction marks, combining signs, fillers. */
const invisible = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]$/u;
