import { fromRgb, toLight, toRgb } from './rgb.ts';

/** The contrast of two colours from 1 to 21, WCAG 2.2: 4.5 is enough for text. Colours are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `colour` itself when it will do, or as little as possible of `other` mixed into it until it does. */
export function mixUntil(colour: string, other: string, willDo: (mixed: string) => boolean): string {
  for (let percent = 0; percent < 100; percent += 1) {
    const mixed = mix(colour, other, percent / 100);
    if (willDo(mixed)) return mixed;
  }
  return other;
}

/** `colour` with a share of `other` in it, from 0 to 1. */
export function mix(colour: string, other: string, share: number): string {
  const [red, green, blue] = toRgb(colour);
  const [otherRed, otherGreen, otherBlue] = toRgb(other);
  const between = (from: number, to: number): number => from + (to - from) * share;
  return fromRgb([between(red, otherRed), between(green, otherGreen), between(blue, otherBlue)]);
}

function luminance(colour: string): number {
  const [red, green, blue] = toRgb(colour);
  return 0.2126 * toLight(red) + 0.7152 * toLight(green) + 0.0722 * toLight(blue);
}
