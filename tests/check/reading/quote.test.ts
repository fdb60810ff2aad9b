import { expect, it } from 'vitest';
import { quote } from '../../../src/check/reading/quote.ts';

it('puts a text in quotation marks', () => {
  expect(quote('vp of sales')).toBe('“vp of sales”');
});

it('keeps it on one line', () => {
  expect(quote('<a\n  href="x">')).toBe('“<a href="x">”');
});

it('cuts it after sixty characters, and never one of them in two', () => {
  expect(quote('a'.repeat(60))).toBe(`“${'a'.repeat(60)}”`);
  expect(quote('👍'.repeat(61))).toBe(`“${'👍'.repeat(59)}…”`);
});
