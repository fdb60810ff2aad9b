/** Milliseconds in each unit, the longest first. */
const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `500ms`, `30s`, `15m` or `2h`, which the schema has let through, in milliseconds. */
export function readDuration(text: string): number {
  const unit = text.replace(/^\d+/, '');
  const [, size = 1] = Object.entries(units).find(([name]) => name === unit) ?? [];
  return Number.parseInt(text, 10) * size;
}

/** Milliseconds as somebody would write them in `newsletter.yaml`: 90000 is `90s`. */
export function writeDuration(milliseconds: number): string {
  const isWhole = ([, size]: readonly [string, number]): boolean =>
    milliseconds >= size && milliseconds % size === 0;
  const [unit, size] = Object.entries(units).find(isWhole) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}
