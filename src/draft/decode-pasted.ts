import { type DecodedText, decodeText } from '../source/decode-text.ts';
import type { Fault } from '../source/fault.ts';
import { readLines } from './plain-text/read-lines.ts';
import { type Remark, remark } from './plain-text/remark.ts';

/** Text as it was saved, and what had to be guessed to read it. */
export interface PastedText {
  readonly text: string;
  readonly guessed: readonly Remark[];
}

/** Decodes what Word and Notepad save: UTF-8, UTF-16 with its mark, or Windows-1252, which nothing but the bytes tells. */
export function decodePasted(bytes: Uint8Array): PastedText | { readonly fault: Fault } {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return withoutGuess(decodeText(reencode(bytes, wide)));
  const decoded = decodeText(bytes);
  if (!('fault' in decoded) || decoded.fault.rule !== 'file/encoding') return withoutGuess(decoded);
  const latin = decodeText(reencode(bytes, 'windows-1252'));
  if ('fault' in latin) return latin;
  const line = readLines(latin.text).find(({ text }) => /[^\0-\x7f]/.test(text));
  return {
    text: latin.text,
    guessed: line === undefined ? [] : [remark(line, 'text in Windows-1252, as Word saves it')],
  };
}

function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function reencode(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function withoutGuess(decoded: DecodedText): PastedText | { readonly fault: Fault } {
  return 'fault' in decoded ? decoded : { text: decoded.text, guessed: [] };
}
