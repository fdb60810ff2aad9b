import { expect, it } from 'vitest';
import { SeenBefore } from '../../../src/store/sqlite/seen-before.ts';

const address = (at: number): string => `reader.${at}@mail${at % 50}.example.com`;

it('knows every text that was here, and takes no other for one', () => {
  const seen = new SeenBefore();
  for (let at = 0; at < 200_000; at += 1) expect(seen.mayHold(address(at)) && at).toBe(false);
  for (let at = 0; at < 200_000; at += 7) expect(seen.mayHold(address(at)) || at).toBe(true);
});

it('tells texts apart that differ little', () => {
  const seen = new SeenBefore();
  const texts = [
    '',
    'a',
    'b',
    'ab',
    'ba',
    'aa',
    'a@example.com',
    'a@example.net',
    'á@example.com',
    '\u{1f600}',
  ];
  expect(texts.map((text) => seen.mayHold(text))).toEqual(texts.map(() => false));
  expect(texts.map((text) => seen.mayHold(text))).toEqual(texts.map(() => true));
});
