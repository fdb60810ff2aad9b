import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BodyHash, canonicaliseLines, hashBody } from '../../../src/delivery/signing/hash-body.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'latin1').digest('base64');

describe('a body in its relaxed form', () => {
  it('is that of the example in RFC 6376 §3.4.5', () => {
    expect(hashBody(' C \r\nD \t E\r\n\r\n\r\n')).toBe(sha256(' C\r\nD E\r\n'));
  });

  it.each([
    ['nothing', '', ''],
    ['only empty lines', '\r\n \r\n\t\r\n', ''],
    ['a body without a line end', 'a', 'a\r\n'],
    ['an empty line in the middle', 'a\r\n\t\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['white space of all sorts', 'a \t b\t\r\n\tc\r\n', 'a b\r\n c\r\n'],
    ['a byte beyond ASCII', 'a\u00a0\u00e9 \r\n', 'a\u00a0\u00e9\r\n'],
  ])('has the hash of %s', (_, body, canonical) => {
    expect(hashBody(body)).toBe(sha256(canonical));
  });

  it('has the same hash wherever it is cut between two lines', () => {
    const lines = ['\r\n', 'a  b \r\n', '\r\n', ' \r\n', 'c\r\n', '\r\n', '\r\n'];
    const whole = hashBody(lines.join(''));
    for (let cuts = 0; cuts < 2 ** (lines.length - 1); cuts += 1) {
      const isCut = (index: number): boolean => (cuts & (1 << index)) !== 0;
      const pieces = lines
        .map((line, index) => (isCut(index) ? `${line}|` : line))
        .join('')
        .split('|');
      const hash = new BodyHash();
      for (const piece of pieces) hash.add(canonicaliseLines(piece));
      expect(hash.digest(), JSON.stringify(pieces)).toBe(whole);
    }
  });

  it('takes no longer for a line full of spaces', () => {
    const body = `${' '.repeat(2_000_000)}a${' '.repeat(2_000_000)}\r\n`;
    expect(hashBody(body)).toBe(sha256(' a\r\n'));
  });
});
