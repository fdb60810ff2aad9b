import { describe, expect, it } from 'vitest';
import { isOpenEnded, type Pay, readPay } from '../../../src/check/pay/read-pay.ts';

const [usd, eur, gbp, cad] = ['USD', 'EUR', 'GBP', 'CAD'];

describe('readPay', () => {
  it.each<[line: string, pay: Pay]>([
    ['$180–240k USD', { min: 180_000, max: 240_000, currency: usd }],
    ['180-240k usd', { min: 180_000, max: 240_000, currency: usd }],
    ['USD 180k - 240k', { min: 180_000, max: 240_000, currency: usd }],
    ['£70–85k', { min: 70_000, max: 85_000, currency: gbp }],
    ['between £70k and £85k', { min: 70_000, max: 85_000, currency: gbp }],
    ['€70.000–85.000', { min: 70_000, max: 85_000, currency: eur }],
    ['70.000 € bis 85.000 €', { min: 70_000, max: 85_000, currency: eur }],
    ['120 000 per year', { min: 120_000, max: 120_000, per: 'year' }],
    ['CAD 120,000–190,000 per year', { min: 120_000, max: 190_000, currency: cad, per: 'year' }],
    ['C$60–95/hour', { min: 60, max: 95, currency: cad, per: 'hour' }],
    ['$180,000.00 - $240,000.00 per annum', { min: 180_000, max: 240_000, per: 'year' }],
    ['day rate: £450–550', { min: 450, max: 550, currency: gbp, per: 'day' }],
    ['€4.500 pro monat', { min: 4_500, max: 4_500, currency: eur, per: 'month' }],
    ['$200k, 4 days a week', { min: 200_000, max: 200_000 }],
    ['$1–1.5m', { min: 1_000_000, max: 1_500_000 }],
    ['min 120k max 150k', { min: 120_000, max: 150_000 }],
    ['from 180k to 240k', { min: 180_000, max: 240_000 }],
    ['base 150k + ote 300k', { min: 150_000, max: 150_000 }],
    ['up to 200k', { max: 200_000 }],
    ['to £85k', { max: 85_000, currency: gbp }],
    ['200k max', { max: 200_000 }],
    ['up to €90k p.a.', { max: 90_000, currency: eur, per: 'year' }],
    ['200k+', { min: 200_000 }],
    ['$200k+ USD', { min: 200_000, currency: usd }],
    ['180k CAD and up', { min: 180_000, currency: cad }],
    ['200k or more', { min: 200_000 }],
    ['22.50+/hr', { min: 22.5, per: 'hour' }],
  ])('reads “%s”', (line, pay) => {
    expect(readPay(line)).toEqual(pay);
  });

  it.each(['on request', 'competitive + 401k', 'competitive, 20 days off', 'nach Tarif, E13, 40 Stunden'])(
    'finds no sum in “%s”',
    (line) => {
      expect(readPay(line)).toBeUndefined();
    },
  );
});

describe('isOpenEnded', () => {
  it.each([
    ['200k+ ote', true],
    ['200k+', true],
    ['up to 200k', true],
    ['200k + ote', false],
    ['200k + equity', false],
    ['200k+equity', false],
    ['200k + equity, up to 30% bonus', false],
  ])('says of “%s”: %s', (line, expected) => {
    expect(isOpenEnded(readPay(line) ?? {})).toBe(expected);
  });
});
