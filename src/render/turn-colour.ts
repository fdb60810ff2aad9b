import { fromLight, fromRgb, toLight, toRgb } from './rgb.ts';

/**
 * What a light colour becomes on a dark screen, and the other way round: the same hue, with its lightness turned about
 * the middle and brought a quarter nearer to it, and a fifth less of colour, which glares on black. White becomes a dark
 * grey, not black.
 *
 * @param colour `#rrggbb`
 * @see https://www.w3.org/TR/css-color-4/#lab-colors
 */
export function turnColour(colour: string): string {
  return turnLab(toLab(colour), 0.8);
}

/** The same for the ground of a box: what is faint on white is grey on black, and gets up to twice its colour. */
export function turnTint(colour: string): string {
  const lab = toLab(colour);
  const [, a, b] = lab;
  return turnLab(lab, Math.min(2, Math.max(0.8, enough / Math.hypot(a, b))));
}

/** How far from grey a dark ground has to be for its colour to be seen. */
const enough = 14;

function turnLab([lightness, a, b]: Lab, strength: number): string {
  return fromLab([50 - (lightness - 50) * 0.75, a * strength, b * strength]);
}

/** CIE Lab: lightness from 0 to 100, and how far from green and from blue. */
type Lab = readonly [lightness: number, a: number, b: number];

/** CIE XYZ of sRGB's white, D65 (IEC 61966-2-1). */
const white = { x: 0.95047, y: 1, z: 1.08883 };

function toLab(colour: string): Lab {
  const [channelR, channelG, channelB] = toRgb(colour);
  const [red, green, blue] = [toLight(channelR), toLight(channelG), toLight(channelB)];
  const x = compress((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / white.x);
  const y = compress((0.2126729 * red + 0.7151522 * green + 0.072175 * blue) / white.y);
  const z = compress((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / white.z);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function fromLab([lightness, a, b]: Lab): string {
  const middle = (lightness + 16) / 116;
  const x = expand(middle + a / 500) * white.x;
  const y = expand(middle) * white.y;
  const z = expand(middle - b / 200) * white.z;
  return fromRgb([
    fromLight(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
    fromLight(-0.969266 * x + 1.8760108 * y + 0.041556 * z),
    fromLight(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
  ]);
}

const threshold = 6 / 29;

function compress(value: number): number {
  return value > threshold ** 3 ? Math.cbrt(value) : value / (3 * threshold ** 2) + 4 / 29;
}

function expand(value: number): number {
  return value > threshold ? value ** 3 : 3 * threshold ** 2 * (value - 4 / 29);
}
