import { expect, it } from 'vitest';
import { readDate } from '../../src/issue/read-date.ts';

it.each([
  ...['24.12.2026', '24/12/2026', '2026/12/24', '2026.12.24', '2026-12-24'],
  ...['24 December 2026', '24th Dec. 2026', '24. december 2026', '24-Dec-2026'],
  ...['December 24, 2026', 'dec 24th 2026', 'Dec. 24 2026'],
])('reads %s as one day, or as none with a month of 24', (text) => {
  const days = readDate(text)?.filter(([, month]) => month <= 12);
  expect(days).toEqual([[2026, 12, 24]]);
});

it('leaves it open which of two numbers is the month', () => {
  expect(readDate('03/04/2026')).toEqual([
    [2026, 4, 3],
    [2026, 3, 4],
  ]);
});

it.each(['next friday', '2026', '24 12 2026', 'Decembrist 24, 2026', '24 december', '1/2/26', ''])(
  'takes %s for no date',
  (text) => {
    expect(readDate(text)).toBeUndefined();
  },
);
