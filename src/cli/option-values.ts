import { readSendWindow } from '../delivery/send-window.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads a whole number within bounds; the reader throws a sentence that says what was expected. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new Error(`expected a whole number from ${least} to ${most}`);
  };
}

/** Reads `500ms`, `30s`, `15m` or `2h` as milliseconds; throws a sentence that says what was expected. */
export function duration(text: string): number {
  const [, amount, unit] = /^(\d+)(ms|s|m|h)$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) throw new Error('expected a time such as 30s, 15m or 2h');
  return Number(amount) * (units[unit] ?? 1);
}

/** Reads a day, `YYYY-MM-DD`, without the schemas, which `penny --version` need not load; throws a sentence that says what was expected. */
export function day(text: string): string {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  const isDay = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
  if (isDay) return text;
  throw new Error('expected a day such as 2026-11-23');
}

/** Reads `08:00-18:00`; throws a sentence that says what was expected. */
export function hours(text: string): string {
  if (readSendWindow(text) !== undefined) return text;
  throw new Error('expected hours of the day such as 08:00-18:00');
}
