import { expect, it } from 'vitest';
import { quote, shortenQuotes } from '../../../src/check/reading/quote.ts';

it('puts a text in quotation marks', () => {
  expect(quote('vp of sales')).toBe('“vp of sales”');
});

it('keeps it on one line', () => {
  expect(quote('<a\n  href="x">')).toBe('“<a href="x">”');
});

function shorten(message: string): string | undefined {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return shortenQuotes({ ...place, file: 'a.md', severity: 'note', rule: 'a/b', message }).message;
}

it('is cut after sixty characters, and never within one of them', () => {
  expect(shorten(`${quote('a'.repeat(60))} is long`)).toBe(`“${'a'.repeat(60)}” is long`);
  expect(shorten(`${quote('👍'.repeat(61))} is long`)).toBe(`“${'👍'.repeat(59)}…” is long`);
});

it('is cut where the author quotes somebody, too', () => {
  const message = `${quote(`${'a'.repeat(50)} “${'b'.repeat(50)}” c`)} is long`;
  expect(shorten(message)).toBe(`“${'a'.repeat(50)} “${'b'.repeat(7)}…” is long`);
});
