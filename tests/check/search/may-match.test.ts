import { describe, expect, it } from 'vitest';
import { mayMatch } from '../../../src/check/search/may-match.ts';
import { LatePattern } from '../../../src/check/search/pattern.ts';

const patterns: readonly (readonly [name: string, pattern: RegExp, texts: readonly string[]])[] = [
  ['a word at the start of the second', /(?<!\p{L})vp/giu, ['head of sales', 'vp of sales']],
  ['what has to be at the start', /^vp/giu, ['sales', 'vp']],
  ['what has to be at the end', /sales$/giu, ['vp of sales', 'quietly looking']],
  ['what may be at the end', /sales(?=$|[,;])/giu, ['vp of sales', 'quietly looking']],
  ['what may be at the start', /(?<=^|[,;] )jewish/giu, ['quietly looking', 'jewish']],
  ['what must not stand before it', /(?<![\s>])- /gu, ['sales', '- one']],
  ['what must not come behind it', /\$\d+k(?!\s\p{L})/gu, ['$200k', 'base']],
  ['any sign and a letter that must not come behind', /men(?!.s club)/gu, ['men', 's club']],
  ['signs that look like anchors', /[$^]\d|\$\d/gu, ['a', '$5']],
  ['letters of other scripts', /(?<!\p{L})иван/giu, ['quietly looking', 'Иван']],
];

describe('whether a pattern may match in texts', () => {
  it.each(patterns)('sees %s', (_, pattern, texts) => {
    expect(texts.some((text) => text.search(pattern) >= 0)).toBe(true);
    expect(mayMatch(pattern, texts)).toBe(true);
  });

  it.each([
    ['what would take two of them', /salesvp|sales vp|sales\svp/giu, ['sales', 'vp']],
    ['what has to be all there is', /^(?:sales|vp)$/giu, ['sales vp', 'vp sales']],
    ['anything', /./gu, []],
  ] as const)('does not see %s', (_, pattern, texts) => {
    expect(mayMatch(pattern, texts)).toBe(false);
  });
});

describe('a pattern that is made late', () => {
  it('is not made for a text of Latin letters, and is for others', () => {
    const late = new LatePattern('(?<!\\p{L})vp(?!\\p{L})', 'giu');
    expect(mayMatch(late, ['VP of sales'])).toBe(true);
    expect(mayMatch(late, ['vpé'])).toBe(false);
    expect(mayMatch(late, ['vpж', 'ж vp'])).toBe(true);
    expect(mayMatch(late, ['vpж'])).toBe(false);
  });
});
