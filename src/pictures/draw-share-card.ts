import type { ShareCard } from '../issue/share-card.ts';
import { type FittedText, fitText, leading, type TextRoom, wordSpace } from './fit-text.ts';
import type { Lettering } from './share-lettering.ts';

/** In pixels; what large services show without cutting it. */
export const shareSize = { width: 1200, height: 630 };

const margin = 80;
const measure = shareSize.width - 2 * margin;

/** Where things stand, in pixels from the top. */
const headBaseline = 118;
const footBaseline = 556;
const middle = { top: 158, bottom: 500 };

const head: TextRoom = { width: measure, height: 40, sizes: [34, 30, 26, 22] };
const foot: TextRoom = { width: measure, height: 40, sizes: [30, 26, 22] };
const heading: TextRoom = {
  width: measure,
  height: middle.bottom - middle.top,
  sizes: [96, 88, 80, 72, 66, 60, 54, 48, 44, 40, 36],
};

/** Of a capital letter, in sizes of the type. */
const capital = 0.67;

/**
 * The card as SVG that holds outlines and no text: whoever draws it needs no font. What the typeface cannot write is
 * left out, and where that is the title, the newsletter’s name stands in its place.
 */
export function drawShareCard({ name, title, feet, colours }: ShareCard, lettering: Lettering): string {
  const titled = title === undefined ? undefined : fitText(title, heading, lettering);
  const main = titled ?? fitText(name, heading, lettering);
  const above = titled === undefined ? undefined : fitText(name, head, lettering);
  const below = feet.map((text) => fitText(text, foot, lettering)).find((fitted) => fitted !== undefined);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareSize.width}" height="${shareSize.height}">`,
    rectangle(colours.surface, { width: shareSize.width, height: shareSize.height }),
    rectangle(colours.accent, { width: 16, height: shareSize.height }),
    ...(above === undefined ? [] : [outline(above, headBaseline, colours.accent)]),
    ...(main === undefined ? [] : [outline(main, firstBaseline(main), colours.text)]),
    ...(below === undefined ? [] : [outline(below, footBaseline, colours.muted)]),
    '</svg>',
  ].join('');
}

/** So that the lines stand in the middle of their room. */
function firstBaseline({ size, lines }: FittedText): number {
  const height = size * (capital + leading * (lines.length - 1));
  return (middle.top + middle.bottom - height) / 2 + size * capital;
}

function rectangle(fill: string, { width, height }: typeof shareSize): string {
  return `<rect width="${width}" height="${height}" fill="${fill}"/>`;
}

function outline({ size, lines }: FittedText, baseline: number, fill: string): string {
  const scale = size / 1000;
  const letters = lines.flatMap((line, row) => {
    const y = (row * leading * size) / scale;
    let x = 0;
    return line.flatMap((word) => {
      const set = word.glyphs.map((glyph) => {
        const path = `<path transform="translate(${x + glyph.x},${round(glyph.y - y)})" d="${glyph.outline}"/>`;
        x += glyph.advance;
        return path;
      });
      x += wordSpace;
      return set;
    });
  });
  return `<g fill="${fill}" transform="translate(${margin},${round(baseline)}) scale(${scale},${-scale})">${letters.join('')}</g>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
