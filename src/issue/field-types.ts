import type { RefinementCtx } from 'zod';
import { z } from 'zod';
import type { FaultWords } from '../source/describe-problem.ts';
import { countryCodeOf, countryCodes } from './country-codes.ts';
import { readDate } from './read-date.ts';

/** One line of text, as typed. A sign that is no character could pass, written as an escape, for one of rendering's marks. */
export const line = z
  .string()
  .min(1, 'has no text')
  .regex(
    /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]*$/u,
    'must be one line without control characters',
  );

export const kebabCase = z.string().superRefine((text, context) => {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return;
  const corrected = toKebabCase(text);
  complain(
    context,
    'must be lower-case words joined by hyphens',
    corrected === '' ? {} : { hint: `did you mean ${corrected}?` },
  );
});

/** `YYYY-MM-DD`, a day that there is. */
export const date = z.string().superRefine((text, context) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return complainAboutForm(text, context);
  if (isDay(year, month, day)) return;
  if (month < 1 || month > 12) return complainAboutDate(context, `there is no month ${month}`);
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(year, month - 1))
    .toLowerCase();
  const days = daysOf(year, month);
  complainAboutDate(context, `${name} ${year} has ${days} days`, {
    hint: `did you mean ${text.slice(0, 8)}${days}?`,
  });
});

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function complainAboutForm(text: string, context: RefinementCtx): void {
  const readings = readDate(text);
  if (readings === undefined) {
    complain(context, 'is not a date', { rule: 'issue/date', hint: dateHint });
    return;
  }
  const days = readings.filter(([year, month, day]) => isDay(year, month, day));
  const [date, otherDate] = new Set(
    days.map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).join('-')),
  );
  if (date === undefined) complainAboutDate(context, `${text} is not a day`);
  else if (otherDate !== undefined) {
    complainAboutDate(context, `${text} can be two days`, { hint: `write ${date} or ${otherDate}` });
  } else {
    const words = { hint: `write ${date}`, fix: { from: text, to: date } };
    complainAboutDate(context, `${text} is not how a date is written here`, words);
  }
}

const dateHint = 'write year-month-day, such as 2026-11-23';

function complainAboutDate(context: RefinementCtx, message: string, words: FaultWords = {}): void {
  complain(context, message, { rule: 'issue/date', isSentence: true, hint: dateHint, ...words });
}

/** ISO 3166-1 alpha-2, upper case. */
export const country = z.string().superRefine((code, context) => {
  if (!countryCodes.has(code)) {
    complain(context, 'is not a country code', { rule: 'role/country', hint: hintOnCountry(code) });
  }
});

function hintOnCountry(written: string): string {
  if (written.toUpperCase() === 'EU') return 'the EU is no country: name the countries, such as [DE, FR, NL]';
  const meant = countryCodeOf(written);
  return meant === undefined ? 'write two capital letters, such as US, GB or DE' : `did you mean ${meant}?`;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));
const currencySigns: Readonly<Record<string, string>> = { US$: 'USD', $: 'USD', '€': 'EUR', '£': 'GBP' };

/** ISO 4217, upper case. */
export const currency = z.string().superRefine((code, context) => {
  if (currencies.has(code)) return;
  const corrected = currencySigns[code] ?? code.toUpperCase();
  const hint = currencies.has(corrected)
    ? `did you mean ${corrected}?`
    : 'write three capital letters, such as USD, EUR or GBP';
  complain(context, 'is not a currency code', { rule: 'role/currency', hint });
});

/** BCP 47. */
export const language = z.string().superRefine((tag, context) => {
  if (!isLanguageTag(tag)) {
    complain(context, 'is not a language tag', { hint: 'write one such as en, de or pt-BR' });
  }
});

/** Languages that people write in have two or three letters; longer words would pass for one. */
function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A single e-mail address, without a name. */
export const address = z.string().superRefine((text, context) => {
  if (z.email().safeParse(text).success) return;
  const bare = text.replace(/^mailto:/i, '');
  const isMeant = bare !== text && z.email().safeParse(bare).success;
  complain(context, 'is not an e-mail address', {
    hint: isMeant ? `did you mean ${bare}?` : 'write one such as hello@penny.example',
  });
});

/** Adds a problem with words of its own; see `findSchemaFaults`. */
export function complain(context: RefinementCtx, message: string, words: FaultWords): void {
  context.addIssue({ code: 'custom', message, params: { ...words } });
}

/** The nearest kebab-case text, perhaps empty: `VP of Sales!` becomes `vp-of-sales`. */
export function toKebabCase(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
}

/** Letters that Unicode does not take apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};
