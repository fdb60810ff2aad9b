import { expect, it } from 'vitest';
import { readDuration, writeDuration } from '../../src/workspace/duration.ts';

it.each([
  ['0ms', 0],
  ['250ms', 250],
  ['1s', 1000],
  ['90s', 90_000],
  ['15m', 900_000],
  ['24h', 86_400_000],
])('%s is %i milliseconds, and is written that way', (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds);
  expect(writeDuration(milliseconds)).toBe(text);
});

it('is written in the longest unit that says it', () => {
  expect(writeDuration(readDuration('3600s'))).toBe('1h');
  expect(writeDuration(readDuration('090s'))).toBe('90s');
});
