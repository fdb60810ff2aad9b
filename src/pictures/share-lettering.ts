import { readFileSync } from 'node:fs';
import type { Font } from 'harfbuzzjs';

/** Sets text in the one typeface that the package brings, so that no font of a machine can change a picture. */
export interface Lettering {
  /** Nothing where the typeface lacks a letter of it, such as those of Arabic or Chinese, or an emoji. */
  setWord(word: string): SetWord | undefined;
}

/** A word as an outline, in thousandths of its size. */
export interface SetWord {
  readonly width: number;
  readonly glyphs: readonly SetGlyph[];
}

export interface SetGlyph {
  /** As `d` of a path of SVG, with y upwards. */
  readonly outline: string;
  readonly x: number;
  readonly y: number;
  /** To the next glyph. */
  readonly advance: number;
}

const folder = new URL('../../fonts/', import.meta.url);

/** The typeface lies there in parts, the most usual first. */
const parts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/** Each part is read when a word needs it. */
export async function loadLettering(): Promise<Lettering> {
  const harfbuzz = await import('harfbuzzjs');
  const loaded = new Map<string, Part>();
  const load = (name: string): Part => {
    const part = loaded.get(name) ?? readPart(name, harfbuzz);
    loaded.set(name, part);
    return part;
  };
  const partFor: PartChoice = (letter) => {
    const codes = Array.from(letter, (sign) => sign.codePointAt(0) ?? 0);
    const name = parts.find((candidate) => codes.every((code) => load(candidate).letters.has(code)));
    return name === undefined ? undefined : load(name);
  };
  const set = (word: string): SetWord | undefined => {
    const glyphs = splitRuns(word, partFor)?.flatMap(({ text, part }) => setRun(text, part, harfbuzz));
    return glyphs === undefined ? undefined : wordFrom(glyphs);
  };
  // The cards of a newsletter have most of their words in common.
  const known = new Map<string, SetWord | undefined>();
  return {
    setWord: (word) => {
      if (!known.has(word)) known.set(word, set(word));
      return known.get(word);
    },
  };
}

export function wordFrom(glyphs: readonly SetGlyph[]): SetWord {
  return { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

type HarfBuzz = typeof import('harfbuzzjs');

interface Part {
  readonly font: Font;
  /** As numbers of Unicode. */
  readonly letters: ReadonlySet<number>;
}

function readPart(name: string, { Blob, Face, Font }: HarfBuzz): Part {
  const bytes = readFileSync(new URL(`source-serif-4-${name}-semibold.ttf`, folder));
  const face = new Face(new Blob(Uint8Array.from(bytes).buffer));
  return { font: new Font(face), letters: new Set(face.collectUnicodes()) };
}

function setRun(text: string, { font }: Part, { Buffer, shape }: HarfBuzz): readonly SetGlyph[] {
  const run = new Buffer();
  run.addText(text);
  run.guessSegmentProperties();
  shape(font, run);
  const places = run.getGlyphPositions();
  return run.getGlyphInfos().map(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
    return { outline: font.glyphToPath(codepoint), x: xOffset, y: yOffset, advance: xAdvance };
  });
}

type PartChoice = (letter: string) => Part | undefined;

interface Run {
  readonly text: string;
  readonly part: Part;
}

const byLetter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Neighbours from the same part belong together: the space between two letters depends on both. */
function splitRuns(word: string, partFor: PartChoice): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const { segment } of byLetter.segment(word)) {
    const part = partFor(segment);
    if (part === undefined) return undefined;
    const last = runs.at(-1);
    if (last?.part === part) runs.splice(-1, 1, { text: `${last.text}${segment}`, part });
    else runs.push({ text: segment, part });
  }
  return runs;
}
