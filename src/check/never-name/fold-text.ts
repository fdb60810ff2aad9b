/**
 * Text reduced to what is compared: letters and digits without case, accents, width, invisible characters and the
 * common Cyrillic and Greek look-alikes of Latin letters. Each remembers where it came from.
 */
export interface FoldedText {
  readonly letters: string;
  /** For each folded letter, the index in the text at which what it came from starts and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each folded letter, whether a word starts with it. */
  readonly opens: readonly boolean[];
}

/** Folds a text. A digit beside a letter, and a capital behind a small letter (`AcmeCorp`), open a word. */
export function foldText(text: string): FoldedText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const opens: boolean[] = [];
  let before: Kind = 'gap';
  for (let index = 0; index < text.length; ) {
    const character = characterAt(text, index);
    const end = index + character.length;
    const { kind, folded } = fold(character);
    if (kind !== 'nothing') {
      const opening = kind !== before && !(before === 'capital' && kind === 'small');
      for (let unit = 0; unit < folded.length; unit += 1) {
        letters.push(folded.charAt(unit));
        starts.push(index);
        ends.push(end);
        opens.push(unit === 0 && opening);
      }
      before = kind;
    }
    index = end;
  }
  return { letters: letters.join(''), starts, ends, opens };
}

/** A term as it is searched for: nothing but its folded letters. */
export function foldTerm(term: string): string {
  return foldText(term).letters;
}

type Kind = 'small' | 'capital' | 'digit' | 'gap' | 'nothing';

interface Folded {
  readonly kind: Kind;
  readonly folded: string;
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

const known = new Map<string, Folded>();

function fold(character: string): Folded {
  const found = known.get(character);
  if (found !== undefined) return found;
  const made = foldAnew(character);
  known.set(character, made);
  return made;
}

function foldAnew(character: string): Folded {
  const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  // By way of the capital: ß is ss, and ſ is s.
  const folded = plain
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[^a-z0-9]/gu, (letter) => lookAlikes.get(letter) ?? letter);
  if (invisible.test(character)) return { kind: 'nothing', folded: '' };
  if (folded === '') return { kind: 'gap', folded };
  if (/^\p{N}/u.test(folded)) return { kind: 'digit', folded };
  return { kind: /^\p{Lu}/u.test(plain) ? 'capital' : 'small', folded };
}

/** What a reader does not see: joiners, soft hyphens, direction marks, combining signs, fillers. */
const invisible = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]$/u;

const lookAlikes = new Map(
  Object.entries({
    ...{
      а: 'a',
      в: 'b',
      с: 'c',
      ԁ: 'd',
      е: 'e',
      һ: 'h',
      і: 'i',
      ј: 'j',
      к: 'k',
      ӏ: 'l',
      м: 'm',
      н: 'h',
      о: 'o',
    },
    ...{ р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ь: 'b' },
    ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
    ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't' },
  }),
);
