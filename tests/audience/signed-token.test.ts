import { expect, it } from 'vitest';
import { makeToken, readToken } from '../../src/audience/signed-token.ts';

const secret = new Uint8Array(32).fill(7);
const otherSecret = new Uint8Array(32).fill(8);

it.each([1, 2, 65_536, 2 ** 32, 2 ** 48 - 1])('gives back subscriber %d', (id) => {
  expect(readToken([secret], 'unsubscribe', makeToken(secret, 'unsubscribe', id))).toBe(id);
});

it('never changes its form: links in mail from years ago must go on working', () => {
  expect(makeToken(secret, 'unsubscribe', 42)).toBe('mj8AAAAAACq_tmGQA-qJE-izBldA9MIV');
});

it('refuses a token in which any sign was changed', () => {
  const token = makeToken(secret, 'unsubscribe', 42);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const changed = [...token].flatMap((sign, index) =>
    [...alphabet]
      .filter((other) => other !== sign)
      .map((other) => token.slice(0, index) + other + token.slice(index + 1)),
  );
  expect(changed).toHaveLength(32 * 63);
  expect(changed.filter((forged) => readToken([secret], 'unsubscribe', forged) !== undefined)).toEqual([]);
});

it('refuses the token of another list', () => {
  expect(readToken([otherSecret], 'unsubscribe', makeToken(secret, 'unsubscribe', 42))).toBeUndefined();
});

it.each([
  '',
  'a',
  '='.repeat(32),
  `${'A'.repeat(31)} `,
  'A'.repeat(33),
  `${'A'.repeat(32)}\n`,
  '٣'.repeat(32),
])('refuses %j, which is no token', (text) => {
  expect(readToken([secret], 'unsubscribe', text)).toBeUndefined();
});
