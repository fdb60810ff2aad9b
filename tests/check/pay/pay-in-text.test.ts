import { describe, expect, it } from 'vitest';
import { findPayInText, isOpenEnded } from '../../../src/check/pay/pay-in-text.ts';
import { openRolesOf } from '../../../src/check/roles/open-roles.ts';
import { sampleRole } from '../../../src/check/roles/sample-role.ts';
import { parseFiles } from '../parse-sample.ts';

describe('findPayInText', () => {
  it.each([
    ['- pays $200k', '$200k', 'single'],
    ['- salary range: 200000-250000', '200000-250000', 'range'],
    ['- base: 200,000 to 250,000', '200,000 to 250,000', 'range'],
    ['- £70k–£90k + bonus', '£70k–£90k', 'range'],
    ['- bis zu 80.000 € gehalt', '80.000 €', 'single'],
  ])('finds the pay in “%s”', (markdown, text, kind) => {
    expect(payIn(markdown)).toMatchObject([{ text, kind }]);
  });

  it.each([
    '- base of 12,000 customers',
    '- grew from 20000 to 250000',
    '- $10m + arr',
    '- a customer base: 20,000',
  ])('finds none in “%s”', (markdown) => {
    expect(payIn(markdown)).toEqual([]);
  });
});

describe('isOpenEnded', () => {
  it.each([
    ['200k+ ote', true],
    ['200k+', true],
    ['200k + ote', false],
    ['200k + equity', false],
    ['200k+equity', false],
  ])('says of “%s”: %s', (pay, expected) => {
    expect(isOpenEnded(pay)).toBe(expected);
  });
});

function payIn(markdown: string) {
  const sample = sampleRole(['title: vp of sales', 'apply: https://jobs.example.com/vp'], markdown);
  const written = parseFiles(sample.files).flatMap((parsed) => parsed.written ?? []);
  return written.flatMap((issue) => openRolesOf(issue).flatMap((role) => findPayInText(issue, role)));
}
