import { digraphs as allDigraphs, type FoldedText, foldText } from './fold-text.ts';

/** Stands in a spelling where a word of the term ends: an initial may stand there in a text. */
export const gap = ' ';

/** Stands in a spelling where a text must have a sign for “and” before the next letter. */
export const andSign = '&';

/** Stands in a spelling where the next letter must open a word in a text. */
export const wordStart = '|';

/**
 * One way to write a term: its folded letters, `gap` between its words, a digraph such as `ue` where a text must have
 * the one letter, ü, and what a text must have beside letters.
 */
export type Spelling = readonly string[];

/** Every way to write a term that a reader takes for the same: `müller & söhne` is `mueller und soehne`, too. */
export function spellTerm(term: string): readonly Spelling[] {
  const { words, links } = readTerm(term);
  const letters = mix(words.map((word) => (links.has(word) ? [] : spotsOf(word))));
  // Whoever joins names writes the same between all of them.
  const joints = links.size === 0 ? [''] : ['', ...connectors, 'n'];
  const spellJoint = joinsShortNames(term)
    ? spellPlainly(lettersOf(words, links))
    : (joint: string) => [...joint];
  return letters.flatMap((spelled) =>
    joints.map((joint) =>
      join(words.map((word, index) => (links.has(word) ? spellJoint(joint) : (spelled[index] ?? [])))),
    ),
  );
}

/** Words of a term, and those of them that are an “and”. */
interface Term {
  readonly words: readonly Word[];
  readonly links: ReadonlySet<Word>;
}

function readTerm(term: string): Term {
  // Between words these signs are a word, and folding leaves no trace of them.
  const words = wordsOf(foldText(term.replaceAll(/(?<=[\p{L}\p{N}]\s*)[&+](?=\s*[\p{L}\p{N}])/gu, ' and ')));
  return { words, links: new Set(words.slice(1, -1).filter((word) => connectors.has(word.text))) };
}

/** Whether a term joins names one of which is so short that without an “and” it is a part of common words: young & co. */
export function joinsShortNames(term: string): boolean {
  const { words, links } = readTerm(term);
  if (links.size === 0) return false;
  const sides = [''];
  for (const word of words) {
    if (links.has(word)) sides.push('');
    else sides.push((sides.pop() ?? '') + word.text);
  }
  return sides.some((side) => side.length > 0 && side.length < leastSide);
}

const leastSide = 3;

function lettersOf(words: readonly Word[], links: ReadonlySet<Word>): number {
  return words.reduce((sum, word) => (links.has(word) ? sum : sum + word.text.length), 0);
}

/**
 * The “and” between short names: a sign, or a word that stands alone, since `h and y` is no `handy`; with many letters
 * around it, as in `youngandco`, nobody is in doubt.
 */
function spellPlainly(letters: number): (joint: string) => Spelling {
  return (joint) => {
    if (joint === '') return [andSign];
    return letters + joint.length < leastRunTogether ? [wordStart, ...joint, wordStart] : [...joint];
  };
}

const leastRunTogether = 8;

/** “And” in the languages of the names that we meet. */
const connectors: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'e', 'og', 'och']);

interface Word {
  readonly text: string;
  /** For each letter the two that can be written for it, or nothing. */
  readonly digraphs: readonly string[];
}

function wordsOf({ letters, opens, digraphs }: FoldedText): readonly Word[] {
  const starts = Array.from(opens.keys()).filter((index) => index === 0 || opens[index] === 1);
  return starts.map((start, index) => ({
    text: letters.slice(start, starts[index + 1]),
    digraphs: Array.from(digraphs.slice(start, starts[index + 1]), (digraph) => allDigraphs[digraph] ?? ''),
  }));
}

/** What may stand at one place of a word: one way to write it, or two. */
type Spot = readonly [Spelling, Spelling?];

function spotsOf({ text, digraphs }: Word): readonly Spot[] {
  const spots: Spot[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const digraph = digraphs[index] ?? '';
    const pair = text.slice(index, index + 2);
    if (digraph !== '') {
      spots.push([[letter], [...digraph]]);
    } else if (/^(?:[aou]e|aa)$/.test(pair) && digraphs[index + 1] === '') {
      spots.push([[...pair], [pair]]);
      index += 1;
    } else {
      spots.push([[letter]]);
    }
  }
  return spots;
}

/** More places than these are written the same way throughout: the spellings double with each. */
const mostMixed = 5;

/** Each way to write the words, a spelling for each word. */
function mix(words: readonly (readonly Spot[])[]): readonly (readonly Spelling[])[] {
  const open = words.flat().filter(([, second]) => second !== undefined).length;
  const choices =
    open > mostMixed
      ? [() => false, () => true]
      : Array.from({ length: 2 ** open }, (_, choice) => (spot: number) => ((choice >> spot) & 1) === 1);
  return choices.map((isSecond) => {
    let spot = 0;
    return words.map((spots) =>
      spots.flatMap(([first, second]) => (second !== undefined && isSecond(spot++) ? second : first)),
    );
  });
}

function join(words: readonly Spelling[]): Spelling {
  return words
    .filter(({ length }) => length > 0)
    .flatMap((word, index, all) =>
      index === 0 || isPlain(word) || isPlain(all[index - 1]) ? word : [gap, ...word],
    );
}

/** No initial stands beside an “and” that must be written. */
function isPlain(word: Spelling | undefined): boolean {
  return word?.[0] === andSign || word?.[0] === wordStart;
}
