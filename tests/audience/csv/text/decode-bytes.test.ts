import { expect, it } from 'vitest';
import { SubscriberFileError } from '../../../../src/audience/csv/subscriber-file-error.ts';
import { DecodedText } from '../../../../src/audience/csv/text/decode-bytes.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function decode(bytes: Uint8Array, size = 65_536): Promise<{ text: string; encoding: string }> {
  const decoded = new DecodedText(pieces(bytes, size));
  let text = '';
  for await (const piece of decoded) text += piece;
  return { text, encoding: decoded.encoding };
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

it.each([
  ['UTF-8', Buffer.from('Jürgen 李 🚀'), 'Jürgen 李 🚀', 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeffJürgen'), 'Jürgen', 'utf-8'],
  ['ASCII', Buffer.from('Ann'), 'Ann', 'utf-8'],
  ['UTF-16LE', Buffer.from('\ufeffJürgen 李 🚀', 'utf16le'), 'Jürgen 李 🚀', 'utf-16le'],
  ['UTF-16BE', utf16be('\ufeffJürgen 李 🚀'), 'Jürgen 李 🚀', 'utf-16be'],
  ['Windows-1252', Buffer.from('J\xfcrgen \x80 \x93hi\x94', 'latin1'), 'Jürgen € “hi”', 'windows-1252'],
  [
    'Windows-1252 that ends within what UTF-8 would begin',
    Buffer.from('Jos\xe9', 'latin1'),
    'José',
    'windows-1252',
  ],
  ['nothing', Buffer.alloc(0), '', 'utf-8'],
])('reads %s, in one piece and byte by byte', async (_, bytes, text, encoding) => {
  expect(await decode(bytes)).toEqual({ text, encoding });
  expect(await decode(bytes, 1)).toEqual({ text, encoding });
});

it('gives every file LF line ends, wherever the pieces break', async () => {
  const filler = 'x'.repeat(65_535);
  expect((await decode(Buffer.from('a\r\nb\rc\nd\r\r\ne\r'), 1)).text).toBe('a\nb\nc\nd\n\ne\n');
  expect((await decode(Buffer.from(`${filler}\r\nb`))).text).toBe(`${filler}\nb`);
  expect((await decode(Buffer.from(`${filler}\rb`))).text).toBe(`${filler}\nb`);
});

it('judges by the first block that is not ASCII', async () => {
  const filler = 'x'.repeat(200_000);
  expect(await decode(Buffer.from(`${filler}\xfc`, 'latin1'))).toEqual({
    text: `${filler}ü`,
    encoding: 'windows-1252',
  });
  expect(await decode(Buffer.from(`${filler}ü`))).toEqual({ text: `${filler}ü`, encoding: 'utf-8' });
});

it('keeps a character whole that stands across two blocks', async () => {
  const text = `ü${'x'.repeat(65_533)}李ü`;
  expect(await decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' });
});

it('refuses a file that changes its encoding on the way, instead of guessing', async () => {
  const bytes = Buffer.concat([Buffer.from(`ü${'x'.repeat(70_000)}`), Buffer.of(0xfc)]);
  await expect(decode(bytes)).rejects.toThrow(SubscriberFileError);
  await expect(decode(Buffer.from([0xff, 0xfe, 0x41]))).rejects.toThrow(/starts as utf-16le/);
});
