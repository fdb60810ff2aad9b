import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { hmacSha256 } from '../../src/audience/hmac-sha256.ts';

it.each([0, 1, 32, 64])('gives what Node gives, with a key of %d bytes', (length) => {
  const key = Uint8Array.from({ length }, (_, at) => (at * 37) % 256);
  const sign = hmacSha256(key);
  for (const text of ['', 'a', 'a text of more than one block of sixty-four bytes, to be sure of it all']) {
    const expected = createHmac('sha256', key).update('start\0').update(text).digest('hex');
    expect(sign(Buffer.from('start\0'), Buffer.from(text)).toString('hex')).toBe(expected);
  }
});
