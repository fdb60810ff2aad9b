import { expect, it } from 'vitest';
import { stuffDots } from '../../src/smtp/stuff-dots.ts';

function stuffed(text: string): string {
  return Buffer.from(stuffDots(Buffer.from(text))).toString();
}

it.each([
  ['one\r\ntwo\r\n', 'one\r\ntwo'],
  ['one\r\n.\r\n..two\r\n', 'one\r\n..\r\n...two'],
  ['.first', '..first'],
  ['a.b. c\r\n', 'a.b. c'],
  ['ö – 李\r\n', 'ö – 李'],
  ['', ''],
  ['\r\n', ''],
  ['a\r\n\r\n', 'a\r\n'],
])('%j leaves as %j', (text, expected) => {
  expect(stuffed(text)).toBe(expected);
});

it.each(['a\n.\nb', 'a\r.\rb', 'a\n.\r\nb', 'a\r\n.\rb', 'a\r\r\n.\r\nb', '.\nb', 'a\n.', 'a\r'])(
  'no line of %j passes for the end of a message, in whatever way a server parts lines',
  (text) => {
    const lines = stuffed(text).split('\r\n');
    expect(lines).not.toContain('.');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  },
);

it('copies nothing where nothing changes', () => {
  const bytes = Buffer.from('one\r\ntwo\r\n');
  expect(stuffDots(bytes).buffer).toBe(bytes.buffer);
});
