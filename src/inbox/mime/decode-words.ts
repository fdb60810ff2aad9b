import { decodeCharset, decodeQuotedPrintable } from './text-of.ts';

const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{0,40})?\?([bq])\?([!->@-~]{0,800})\?=/gi;

/** A header's text with its encoded words (RFC 2047) decoded; the space between two of them is none of theirs. */
export function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=[ \t]{1,80}=\?/g, '?==?')
    .replaceAll(encodedWord, (_, charset: string, kind: string, word: string) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(word, 'base64')
          : decodeQuotedPrintable(word.replaceAll('_', ' '));
      return decodeCharset(bytes, charset);
    });
}
