/** The red, green and blue of a colour, from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** @param colour `#rrggbb` */
export function toRgb(colour: string): Rgb {
  const channel = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** `#rrggbb`: rounded, and what lies outside of what screens have is brought to its edge. */
export function fromRgb(rgb: Rgb): string {
  const digits = rgb.map((channel) =>
    Math.round(Math.min(255, Math.max(0, channel)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/**
 * The light that a channel stands for, from 0 to 1.
 *
 * @param channel from 0 to 255
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export function toLight(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The channel, from 0 to 255, that stands for a share of light; outside of them where there is no such channel. */
export function fromLight(light: number): number {
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
}
