import { fromLight, type Rgb, toLight, toRgb } from './rgb.ts';

/**
 * OKLab: lightness from 0 to 1, and how far from green and from blue. Unlike in CIE Lab, a lighter blue stays blue.
 *
 * @see https://www.w3.org/TR/css-color-4/#ok-lab
 */
export type Oklab = readonly [lightness: number, a: number, b: number];

/** @param colour `#rrggbb` */
export function toOklab(colour: string): Oklab {
  const [channelR, channelG, channelB] = toRgb(colour);
  const [red, green, blue] = [toLight(channelR), toLight(channelG), toLight(channelB)];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The channels, outside of 0 to 255 where screens have no such colour. */
export function fromOklab([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLight(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLight(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLight(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
