import { expect, it } from 'vitest';
import { countWords } from '../../src/issue/count-words.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function countAsSegmenter(text: string): number {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true).length;
}

it.each([
  ['are interviews really a two way street?', 7],
  ['they don’t, and it isn\'t ("really") over…', 7],
  ['a c-suite role – control/leverage, $10m+ & 1/2 of it — 25%…', 12],
  ['3.5 of 1,000 is 0.35%', 5],
  ['', 0],
])('counts the words of %j', (text, count) => {
  expect(countWords(text)).toBe(count);
});

it('counts as Unicode does, whatever stands beside what', () => {
  const pieces = [
    'foo',
    "don't",
    'a.b',
    '1A',
    "5'e",
    '-',
    '/1',
    '—',
    '…',
    'ü',
    'e\u0301',
    '\u0301',
    '\u200d',
    '日本語',
    'א"',
    '👩',
    '’',
    '.',
    ':',
    '_',
  ];
  const spaces = [' ', '', '\n', '\u00a0'];
  const texts = pieces.flatMap((first) =>
    pieces.flatMap((second) =>
      spaces.flatMap((space) => pieces.map((third) => `${first}${space}${second} ${third}`)),
    ),
  );
  expect(texts.filter((text) => countWords(text) !== countAsSegmenter(text))).toEqual([]);
});
