import { expect, it } from 'vitest';
import { readDomainRates, readRate, writeRate } from '../../src/workspace/rate.ts';

it.each([
  ['10/s', 10, 1_000],
  ['600/m', 600, 60_000],
  ['5000/h', 5_000, 3_600_000],
])('reads %s, and writes it as it was', (text, messages, per) => {
  expect(readRate(text)).toEqual({ messages, per });
  expect(writeRate({ messages, per })).toBe(text);
});

it.each(['0/s', '10', '10/d', '-1/s', '1.5/s', '10 /s', '1234567890/s', ''])('%j is no rate', (text) => {
  expect(() => readRate(text)).toThrow('expected a rate such as 10/s, 600/m or 5000/h');
});

it('knows a domain as mail servers do, however it is written', () => {
  const rate = { messages: 5, per: 1_000 };
  expect(readDomainRates({ 'Gmail.com': rate, 'bücher.example': rate })).toEqual({
    'gmail.com': rate,
    'xn--bcher-kva.example': rate,
  });
});
