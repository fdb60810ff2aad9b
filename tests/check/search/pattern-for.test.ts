import { expect, it } from 'vitest';
import { patternFor } from '../../../src/check/search/pattern-for.ts';

function matchesOf(pattern: RegExp, text: string): readonly (readonly [number, string])[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => [index, match] as const);
}

const patterns = [
  /(?<![\p{L}\p{N}_])(?:pay|größe|café|kasse)(?![\p{L}\p{N}_])/giu,
  /\p{L}+/gu,
  /\p{L}+/giu,
  /[^\p{L}\s]+/giu,
  /[\p{L}\p{N}.-]+@[\p{L}\p{N}-]+/giu,
  /\p{N}+[^\p{N}\]\\[]?/gu,
  /[☎📞\]]\s?[\p{N}]+|\[\p{N}\]/giu,
  /\\\[\p{L}/giu,
  /^\p{L}|\p{N}$|[$^]7|\$x/giu,
  /(?<=^|,)pay(?=$| )/giu,
];

/** Every letter that Europe writes, and signs, beside each other and beside what the patterns look for. */
const signs = [...Array(0x24f).keys()].map((code) => String.fromCharCode(code + 1));
const texts = [
  ...signs.map(
    (sign) => `${sign}pay${sign} PAY ${sign}12${sign} a${sign}b@c [7] \\[x größe GRÖSSE CAFÉ Kaſſe`,
  ),
  'pay – 12… “café” • 5 € ← 3 ☎ 12 ½ x² jane@example.com',
  'pay☎ 12 📞 34 PAY',
  'зарплата pay2 ΠAY ΜΆ\u0345 K\u212ag ẞ',
  'cafe\u0301 pay\u0301 e\u0301',
];

it('finds exactly what the pattern finds, whatever the text', () => {
  const differing = patterns.flatMap((pattern) =>
    texts
      .filter((text) => {
        const lighter = matchesOf(patternFor(pattern, text), text);
        return JSON.stringify(lighter) !== JSON.stringify(matchesOf(pattern, text));
      })
      .map((text) => [String(pattern), text]),
  );
  expect(differing).toEqual([]);
});

it('has no class of all letters where the text needs none', () => {
  const pattern = /(?<!\p{L})pay[\p{N}]/giu;
  expect(patternFor(pattern, 'their pay – 200k').source).not.toContain('\\p');
  expect(patternFor(pattern, 'their pay – 200k').flags).toBe('gi');
});

it.each([
  ['the text has other letters', /\p{L}/gu, 'зарплата'],
  ['the text has an s that only the flag u takes for one', /s/giu, 'Kaſſe'],
  ['the pattern asks for other properties', /\p{Lu}\p{L}/gu, 'Pay'],
  ['the pattern has a code point that only the flag u understands', /\u{3164}/gu, 'pay'],
  ['there is nothing to gain', /pay/gi, 'pay'],
])('is the pattern itself where %s', (_, pattern, text) => {
  expect(patternFor(pattern, text)).toBe(pattern);
});

it('takes a null sign for an end of the text, so that texts can be searched together', () => {
  expect(matchesOf(patternFor(/^pay$/gi, ''), 'pay\0\0PAY\0\0pays')).toEqual([
    [0, 'pay'],
    [5, 'PAY'],
  ]);
});
