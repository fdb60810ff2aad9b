import { describe, expect, it } from 'vitest';
import { findPayInText } from '../../../src/check/pay/pay-in-text.ts';
import { openRolesOf } from '../../../src/check/roles/open-roles.ts';
import { sampleRole } from '../../../src/check/roles/sample-role.ts';
import { parseFiles } from '../parse-sample.ts';

describe('findPayInText', () => {
  it.each([
    ['- pays $200k', '$200k', 'single'],
    ['- salary range: 200000-250000', '200000-250000', 'range'],
    ['- base: 200,000 to 250,000', '200,000 to 250,000', 'range'],
    ['- £70k–£90k + bonus', '£70k–£90k', 'range'],
    ['- bis zu 80.000 € gehalt', 'bis zu 80.000 €', 'openEnded'],
    ['- $180–240k USD', '$180–240k USD', 'range'],
    ['- 180-240k usd', '180-240k usd', 'range'],
    ['- USD 180k - 240k', 'USD 180k - 240k', 'range'],
    ['- £70–85k', '£70–85k', 'range'],
    ['- london, £70–85k, hybrid', '£70–85k', 'range'],
    ['- £70–85k | london | hybrid', '£70–85k', 'range'],
    ['- we’re paying £70–85k for it', '£70–85k', 'range'],
    ['- €70.000–85.000', '€70.000–85.000', 'range'],
    ['- (€80–95k)', '€80–95k', 'range'],
    ['- 85-95k EUR, berlin', '85-95k EUR', 'range'],
    ['- TC 300k', '300k', 'single'],
    ['- tc: $300k+', '$300k+', 'openEnded'],
    ['- comp: $1–1.5m', '$1–1.5m', 'range'],
    ['- $45-60/hr', '$45-60', 'range'],
    ['- 45–60 an hour', '45–60', 'range'],
    ['- day rate £450–£550, outside ir35', '£450–£550', 'range'],
    ['- $180k – $240k per annum', '$180k – $240k', 'range'],
    ['- $120,000.00–$150,000.00 a year', '$120,000.00–$150,000.00', 'range'],
    ['- $150k base on a $1m quota', '$150k', 'single'],
    ['- to £85k + bonus', 'to £85k', 'openEnded'],
    ['- salary: up to £85k', 'up to £85k', 'openEnded'],
    ['- 180k–240k DOE', '180k–240k', 'range'],
    ['- 180k-220k base, remote (us)', '180k-220k', 'range'],
    ['- **$180–240k** + equity', '$180–240k', 'range'],
    ['we pay 180-240k, plus equity.', '180-240k', 'range'],
  ])('finds the pay in “%s”', (markdown, text, kind) => {
    expect(payIn(markdown)).toMatchObject([{ text, kind }]);
  });

  it('tells base and ote apart', () => {
    expect(payIn('- base 150k + ote 300k')).toMatchObject([
      { text: '150k', kind: 'single' },
      { text: '300k', kind: 'single' },
    ]);
  });

  it('knows for how long the pay is', () => {
    expect(payIn('- $45–60 an hour')).toMatchObject([{ pay: { min: 45, max: 60, per: 'hour' } }]);
  });

  it.each([
    '- base of 12,000 customers',
    '- grew from 20000 to 250000',
    '- $10m + arr',
    '- $23m',
    '- a customer base: 20,000',
    '- carry a $1.2m quota',
    '- acv of $20–40k, 6 month cycle',
    '- deals from $50k to $100k a year',
    '- selling to the fortune 500, $50k–$100k contracts',
    '- 401k match up to 4%',
    '- 500k users, 20k a day',
    '- 60 miles an hour',
    '- from 2019 to 2024',
  ])('finds none in “%s”', (markdown) => {
    expect(payIn(markdown)).toEqual([]);
  });
});

function payIn(markdown: string) {
  const sample = sampleRole(['title: vp of sales', 'apply: https://jobs.example.com/vp'], markdown);
  const written = parseFiles(sample.files).flatMap((parsed) => parsed.written ?? []);
  return written.flatMap((issue) => openRolesOf(issue).flatMap((role) => findPayInText(issue, role)));
}
