/**
 * What a light colour becomes on a dark screen, and the other way round: the same hue, with its lightness turned about
 * the middle and brought a quarter nearer to it, and a fifth less of colour, which glares on black. White becomes a dark
 * grey, not black.
 *
 * @param colour `#rrggbb`
 * @see https://www.w3.org/TR/css-color-4/#lab-colors
 */
export function turnColour(colour: string): string {
  const [lightness, a, b] = toLab(colour);
  return fromLab([50 - (lightness - 50) * 0.75, a * 0.8, b * 0.8]);
}

type Triple = readonly [number, number, number];

/** CIE XYZ of sRGB's primaries, and of its white, D65 (IEC 61966-2-1). */
const primaries: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const inverse: readonly Triple[] = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252],
];
const white: Triple = [0.95047, 1, 1.08883];

function toLab(colour: string): Triple {
  const linear = mapTriple([1, 3, 5], (start) =>
    toLinear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  );
  const [x, y, z] = mapTriple([0, 1, 2], (axis) =>
    compress(dot(primaries[axis], linear) / (white[axis] ?? 1)),
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function fromLab([lightness, a, b]: Triple): string {
  const y = (lightness + 16) / 116;
  const axes: Triple = [y + a / 500, y, y - b / 200];
  const xyz = mapTriple([0, 1, 2], (axis) => expand(axes[axis] ?? 0) * (white[axis] ?? 1));
  const channels = mapTriple([0, 1, 2], (axis) => fromLinear(dot(inverse[axis], xyz)) * 255);
  return `#${channels
    .map((channel) =>
      Math.round(Math.min(255, Math.max(0, channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function mapTriple(values: Triple, change: (value: number) => number): Triple {
  const [first, second, third] = values;
  return [change(first), change(second), change(third)];
}

function dot(row: Triple = [0, 0, 0], column: Triple = [0, 0, 0]): number {
  return row[0] * column[0] + row[1] * column[1] + row[2] * column[2];
}

function toLinear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function fromLinear(share: number): number {
  return share <= 0.0031308 ? share * 12.92 : 1.055 * Math.max(share, 0) ** (1 / 2.4) - 0.055;
}

const threshold = 6 / 29;

function compress(value: number): number {
  return value > threshold ** 3 ? Math.cbrt(value) : value / (3 * threshold ** 2) + 4 / 29;
}

function expand(value: number): number {
  return value > threshold ? value ** 3 : 3 * threshold ** 2 * (value - 4 / 29);
}
