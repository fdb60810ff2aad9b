import { type Lettering, type SetGlyph, type SetWord, wordFrom } from './share-lettering.ts';

/** A room for text, in pixels. */
export interface TextRoom {
  readonly width: number;
  readonly height: number;
  /** Sizes of type, the largest first. */
  readonly sizes: readonly number[];
}

export interface FittedText {
  /** Of the type, in pixels. */
  readonly size: number;
  readonly lines: readonly (readonly SetWord[])[];
}

/** From one line to the next, in sizes of the type. */
export const leading = 1.16;

/** In thousandths of the size. */
export const wordSpace = 230;

/**
 * Text in the largest size in which it fits, in lines of about the same length. Only what fits in no size is cut, with
 * an ellipsis.
 *
 * @returns nothing when the typeface lacks a letter of it
 */
export function fitText(text: string, room: TextRoom, lettering: Lettering): FittedText | undefined {
  const words = wordsOf(text).map((word) => lettering.setWord(word));
  if (words.length === 0 || !words.every((word) => word !== undefined)) return undefined;
  for (const size of room.sizes) {
    const measure = (room.width / size) * 1000;
    if (words.some(({ width }) => width > measure)) continue;
    const lines = breakLines(words, measure);
    if (lines.length <= mostLines(room, size)) return { size, lines: balance(words, lines, measure) };
  }
  return cutToFit(words, room, lettering);
}

/** What no reader sees is not set, and neither is what only keeps words together. */
function wordsOf(text: string): readonly string[] {
  const visible = text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('\u2011', '-');
  return visible.split(/\s+/).filter((word) => word !== '');
}

function mostLines({ height }: TextRoom, size: number): number {
  return Math.max(1, Math.floor(height / (size * leading)));
}

function breakLines(words: readonly SetWord[], measure: number): SetWord[][] {
  const lines: SetWord[][] = [];
  let length = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && length + wordSpace + word.width <= measure) {
      line.push(word);
      length += wordSpace + word.width;
    } else {
      lines.push([word]);
      length = word.width;
    }
  }
  return lines;
}

/** The same number of lines within the least width, so that no word is left alone on the last one. */
function balance(
  words: readonly SetWord[],
  lines: readonly (readonly SetWord[])[],
  measure: number,
): readonly (readonly SetWord[])[] {
  let tooNarrow = 0;
  let enough = measure;
  while (enough - tooNarrow > 10) {
    const middle = (tooNarrow + enough) / 2;
    const fits =
      words.every(({ width }) => width <= middle) && breakLines(words, middle).length <= lines.length;
    if (fits) enough = middle;
    else tooNarrow = middle;
  }
  return breakLines(words, enough);
}

function cutToFit(words: readonly SetWord[], room: TextRoom, lettering: Lettering): FittedText {
  const size = room.sizes.at(-1) ?? 0;
  const measure = (room.width / size) * 1000;
  const lines = breakLines(
    words.flatMap((word) => breakWord(word, measure)),
    measure,
  );
  const most = mostLines(room, size);
  if (lines.length <= most) return { size, lines };
  const shown = lines.slice(0, most);
  const last = shown.pop() ?? [];
  return { size, lines: [...shown, endWithEllipsis(last, measure, lettering)] };
}

/** A word that is longer than a line, in pieces that are not. */
function breakWord(word: SetWord, measure: number): readonly SetWord[] {
  const pieces: SetGlyph[][] = [[]];
  let length = 0;
  for (const glyph of word.glyphs) {
    if (length + glyph.advance > measure) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(glyph);
    length += glyph.advance;
  }
  return pieces.map(wordFrom);
}

function endWithEllipsis(
  line: readonly SetWord[],
  measure: number,
  lettering: Lettering,
): readonly SetWord[] {
  const ellipsis = lettering.setWord('…') ?? wordFrom([]);
  const glyphs = [...(line.at(-1)?.glyphs ?? [])];
  const before = line.slice(0, -1);
  const lengthBefore = before.reduce((sum, { width }) => sum + width + wordSpace, 0);
  while (glyphs.length > 0 && lengthBefore + wordFrom([...glyphs, ...ellipsis.glyphs]).width > measure)
    glyphs.pop();
  return [...before, wordFrom([...glyphs, ...ellipsis.glyphs])];
}
