import { describe, expect, it } from 'vitest';
import { safe } from '../../src/terminal/safe-text.ts';

describe('text from a file, before it goes to a terminal', () => {
  it.each([
    ['an escape sequence', '\u001b[31mred', '<U+001B>[31mred'],
    ['a one-byte control sequence introducer', '\u009b31m', '<U+009B>31m'],
    ['line ends and tabs, so that one line stays one', 'a\r\nb\tc', 'a<U+000D><U+000A>b<U+0009>c'],
    ['delete and null', '\u007f\u0000', '<U+007F><U+0000>'],
    ['line and paragraph separators', '\u2028\u2029', '<U+2028><U+2029>'],
    ['a right-to-left override', 'gpj.\u202etxt', 'gpj.<U+202E>txt'],
    ['a bidi isolate', '\u2066a\u2069', '<U+2066>a<U+2069>'],
    ['half of a surrogate pair', 'a\ud83d', 'a<U+D83D>'],
  ])('shows %s', (_, text, shown) => {
    expect(safe(text)).toBe(shown);
  });

  it.each(['“two way street,” … ‘wit’', '李 Jürgen e\u0301', '👩🏽‍💼', 'ליאת\u200f (3)', ''])(
    'leaves %s as it is',
    (text) => {
      expect(safe(text)).toBe(text);
    },
  );
});
