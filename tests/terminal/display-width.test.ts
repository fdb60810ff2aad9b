import { describe, expect, it } from 'vitest';
import { displayWidth, keepEnd, keepStart } from '../../src/terminal/display-width.ts';

describe('the columns of a text', () => {
  it.each([
    ['vp of sales', 11],
    ['“wit…”', 6],
    ['李', 2],
    ['ﾘ half width, Ａ full width', 27],
    ['한국 にほん', 11],
    ['e\u0301', 1],
    ['👍', 2],
    ['👩🏽‍💼', 2],
    ['🇨🇭', 2],
    ['✈️', 2],
    ['✈', 1],
    ['3️⃣', 2],
    ['\u200f', 0],
    ['', 0],
  ])('of %j are %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('cutting a text to columns', () => {
  it('leaves a text that fits', () => {
    expect([keepStart('sales', 5), keepEnd('sales', 5)]).toEqual(['sales', 'sales']);
  });

  it('keeps one of its ends and says where it was cut', () => {
    expect([keepStart('vp of sales', 6), keepEnd('vp of sales', 6)]).toEqual(['vp of…', '…sales']);
  });

  it('never cuts a character in two, and rather stays a column short', () => {
    expect([keepStart('李李李', 4), keepEnd('👩🏽‍💼👩🏽‍💼👩🏽‍💼', 4)]).toEqual(['李…', '…👩🏽‍💼']);
  });
});
