import { expect, it } from 'vitest';
import { addressesIn } from '../../../src/inbox/mime/addresses-in.ts';

it.each([
  ['ann@example.com', ['ann@example.com']],
  ['Ann Lee <Ann@Example.com>, <bob@example.net>', ['ann@example.com', 'bob@example.net']],
  ['"bob@example.net" <ann@example.com>', ['ann@example.com']],
  ['"a \\" bob@example.net" <ann@example.com> (cyd@example.org)', ['ann@example.com']],
  ['5" screens <ann@example.com>', ['ann@example.com']],
  ['5" screens (bob@example.net) <ann@example.com> \\', ['ann@example.com']],
  ['nobody', []],
])('finds in %s what is no name and no comment', (field, addresses) => {
  expect(addressesIn(field)).toEqual(addresses);
});

it.each(['\\"', '"', '(', '"\\', ' \\"('])('takes no longer for a field of nothing but %s', (signs) => {
  const timeOf = (length: number): number => {
    const field = signs.repeat(Math.ceil(length / signs.length)).slice(0, length);
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      for (let turn = 0; turn < 5; turn += 1) addressesIn(field);
      return performance.now() - started;
    });
    return Math.min(...times);
  };
  // Linear, it would be a tenth; squared, a hundredth.
  expect(timeOf(1_000) / timeOf(10_000)).toBeGreaterThan(0.02);
});
