import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/source/decode-text.ts';

describe('text is read', () => {
  it.each([
    ['with LF, CRLF and CR line ends alike', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['without its byte order mark', '\ufeffa', 'a'],
    ['with every sign that the author wrote', '“been there” … 李 🎉 e\u0301', '“been there” … 李 🎉 e\u0301'],
    ['when it is empty', '', ''],
  ])('%s', (_, written, text) => {
    expect(decodeText(Buffer.from(written))).toEqual({ text });
  });

  it('up to 2 MB', () => {
    expect(decodeText(Buffer.alloc(2_000_000, 'a'))).toHaveProperty('text');
  });
});

describe('what is no text is refused with one fault', () => {
  it.each([
    ['a larger file', Buffer.alloc(2_000_001, 'a'), 'file/too-large', 1, 1],
    ['UTF-16, little end first', Buffer.from('\ufeffab', 'utf16le'), 'file/encoding', 1, 1],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'file/encoding', 1, 1],
    ['a zero byte', Buffer.from('a\u0000b'), 'file/binary', 1, 1],
    ['Windows-1252, at its first wrong byte', Buffer.from('a\r\nJ\xfcrgen', 'latin1'), 'file/encoding', 2, 2],
    ['a character that is cut off at the end', Buffer.from([0x61, 0xe2, 0x80]), 'file/encoding', 1, 2],
    ['half of a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), 'file/encoding', 1, 1],
  ])('%s', (_, bytes, rule, line, column) => {
    expect(decodeText(bytes)).toMatchObject({ fault: { severity: 'error', rule, line, column } });
  });
});

it.each([
  ['too large', Buffer.alloc(2_000_001, 'a')],
  ['UTF-16', Buffer.from('\ufeffab', 'utf16le')],
  ['binary', Buffer.from('a\u0000b')],
  ['Windows-1252', Buffer.from('J\xfcrgen', 'latin1')],
])('says nothing of issues about a file that may be any: %s', (_, bytes) => {
  expect(JSON.stringify(decodeText(bytes))).toMatch(/"hint":"(?!.*\bissue)/);
});
