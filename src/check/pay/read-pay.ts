import type { PayPeriod } from '../../issue/issue.ts';
import { LatePattern } from '../search/pattern.ts';
import { patternFor } from '../search/pattern-for.ts';
import { readPeriod } from './read-period.ts';

/** Pay as an author wrote it. A single sum is both ends; open-ended pay has one of them. */
export interface Pay {
  readonly min?: number;
  readonly max?: number;
  /** ISO 4217; absent where none is written, or a `$` that may be of any country. */
  readonly currency?: string;
  readonly per?: PayPeriod;
}

const codes = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'NZD', 'CHF', 'SGD', 'SEK', 'NOK', 'DKK', 'PLN', 'INR'];

/** By what authors write for them, in lower case. */
const currencies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(codes.map((code) => [code.toLowerCase(), code])),
    ...{ us$: 'USD', c$: 'CAD', ca$: 'CAD', a$: 'AUD', au$: 'AUD', nz$: 'NZD', s$: 'SGD' },
    ...{ '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', '₹': 'INR' },
  }),
);

const sign = String.raw`(?:(?:US|CA?|AU?|NZ|S)?\$|[€£₹])`;
const code = `(?:${codes.join('|')}|euros?)`;
/** `120000`, `120,000`, `120.000`, `120’000`, `120 000`, `22.50`; but a 401k is a pension. */
const digits = String.raw`(?!401\s?\(?k)(?:\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d{1,2})?)(?!\d)`;
const sum = String.raw`(?:(?:${code}\s?)?${sign}\s?|${code}\s?)?${digits}(?:\s?k|m)?(?:\s?(?:${sign}|${code}))?`;

const ceiling = `(?:up )?to|max(?:imum)?(?: of)?:?|under|below|bis(?: zu)?|jusqu[’']à|hasta|tot|[<≤]`;
const floor = `from|starting (?:at|from)|at least|over|above|more than|min(?:imum)?(?: of)?:?|north of|upwards? of|ab|von|desde|vanaf|[>≥]`;

const extras =
  '(?:an? )?(?:bonus|equity|commissions?|benefits|stock|options|shares|rsus?|super|variable|profit|tips|perks|car)\\b';
/** “200k + equity” is no open end; “200k+ ote” is one. */
const andUp = String.raw`\+(?![\p{L}\p{N}]|\s?${extras})|\s\+(?=\s*(?:$|[,;|)]))|,? (?:and|&) (?:up|above|over|more)\b|,? or more\b|,? upwards?\b`;
const atMost = String.raw`,? max(?:imum)?\b|,? or less\b`;

/** One sum, or the two of a range, with the words that leave one of their ends open. */
export const payPattern = new LatePattern(
  String.raw`(?:(?<![\p{L}\p{N}])(?:(?<upTo>${ceiling})|(?<fromOn>${floor})|between) ?)?` +
    String.raw`(?<![\p{L}\p{N}.,$€£+-])(?<first>${sum})` +
    String.raw`(?:\s?(?:[-–—]|(?:up )?to\b|and\b|bis\b|max\b)\s?(?<second>${sum}))?` +
    String.raw`(?![\p{L}\p{N}%]|\s%)(?:(?<onward>${andUp})|(?<most>${atMost}))?(?:\s?${code}(?![\p{L}\p{N}]))?`,
  'giu',
);

/** The pay in a line such as that of a `pay` field: the first sum in it that can be money. */
export function readPay(line: string): Pay | undefined {
  for (const match of line.matchAll(patternFor(payPattern, line))) {
    const start = line.slice(0, match.index);
    const end = line.slice(match.index + match[0].length);
    const pay = payOf(match, readPeriod(start, end));
    const isLarge = Math.max(pay.min ?? 0, pay.max ?? 0) >= 10_000;
    if (saysMoney(match[0]) || pay.per !== undefined || isLarge) return pay;
  }
  return undefined;
}

/** The pay in a match of the pattern, between what stands on both sides of it. */
export function readPayBetween(piece: {
  readonly start: string;
  readonly text: string;
  readonly end: string;
}): Pay | undefined {
  const [match] = piece.text.matchAll(patternFor(payPattern, piece.text));
  return match === undefined ? undefined : payOf(match, readPeriod(piece.start, piece.end));
}

/** Whether a sum can only be money: it has a sign, a code, or a `k` for thousands. */
export function saysMoney(text: string): boolean {
  return patternFor(moneySign, text).test(text);
}

const moneySign = new RegExp(`${sign}|${code}|\\d\\s?k(?!\\p{L})`, 'iu');

/** Whether pay names only one end: “200k+”, “up to 200k”, “from 200k”. */
export function isOpenEnded({ min, max }: Pay): boolean {
  return min === undefined || max === undefined;
}

/** Whether pay has two ends that differ. */
export function isRange({ min, max }: Pay): boolean {
  return min !== undefined && max !== undefined && min !== max;
}

function payOf({ groups = {}, 0: text }: RegExpExecArray, per: PayPeriod | undefined): Pay {
  const { first = '', second, upTo, fromOn, onward, most } = groups;
  const [min, max] = amountsOf(first, second ?? first);
  const currency = currencyIn(text);
  const isSingle = second === undefined;
  const isCeiling = isSingle && (upTo ?? most) !== undefined;
  const isFloor = onward !== undefined || (isSingle && fromOn !== undefined);
  return {
    ...(isCeiling ? { max } : isFloor ? { min } : { min, max }),
    ...(currency === undefined ? {} : { currency }),
    ...(per === undefined ? {} : { per }),
  };
}

/** In `180–240k` the thousands belong to both. */
function amountsOf(first: string, second: string): readonly [number, number] {
  const [one, other] = [partsOf(first), partsOf(second)];
  const factor = Math.max(one.factor, other.factor);
  const isShared = Math.max(one.figure, other.figure) < 1_000 && one.figure <= other.figure;
  const amounts = [one, other].map((part) => part.figure * (isShared ? factor : part.factor));
  return [Math.round((amounts[0] ?? 0) * 100) / 100, Math.round((amounts[1] ?? 0) * 100) / 100];
}

function partsOf(written: string): { readonly figure: number; readonly factor: number } {
  const [number = ''] = /\d[\d.,’'\s]*/u.exec(written) ?? [];
  const grouped = number.trim().replaceAll(/[.,’'\s](?=\d{3})/gu, '');
  const factor = /\dm/iu.test(written) ? 1_000_000 : /\d\s?k/iu.test(written) ? 1_000 : 1;
  return { figure: Number(grouped.replace(',', '.')), factor };
}

function currencyIn(text: string): string | undefined {
  const written = text.match(new RegExp(`${sign}|${code}`, 'giu')) ?? [];
  return written.map((name) => currencies.get(name.toLowerCase())).find((name) => name !== undefined);
}
