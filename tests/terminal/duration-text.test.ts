import { expect, it } from 'vitest';
import { formatDuration } from '../../src/terminal/duration-text.ts';

it.each([
  [0, '0 s'],
  [0.2, '1 s'],
  [59, '59 s'],
  [59.5, '1 min'],
  [200, '3 min 20 s'],
  [3_599, '59 min 59 s'],
  [3_600, '1 h'],
  [7_199, '2 h'],
  [7_500, '2 h 5 min'],
  [172_799, '2 days'],
  [172_800, '2 days'],
  [172_801, '3 days'],
])('tells somebody who waits: %d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
