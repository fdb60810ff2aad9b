import { expect, it } from 'vitest';
import { encodeLines } from '../../../src/delivery/message/encode-text.ts';

/** What a reader makes of it (RFC 2045 §6.7). */
function decode(encoded: string): string {
  const joined = encoded.replaceAll('=\r\n', '');
  return decodeURIComponent(joined.replaceAll('%', '%25').replaceAll(/=([\dA-F]{2})/g, '%$1'));
}

it.each(['', ' ', '=', 'ü', '🚀', '.', '\n', '\nb'])(
  'has no line of more than 76 characters, and loses none, before an end of %j (RFC 2045 §6.7, rule 5)',
  (end) => {
    for (let count = 1; count < 400; count += 1) {
      const text = `${'a'.repeat(count)}${end}`;
      const encoded = encodeLines(text);
      expect(encoded.endsWith('\r\n')).toBe(true);
      expect(Math.max(...encoded.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(decode(encoded)).toBe(text.replaceAll('\n', '\r\n'));
    }
  },
);
