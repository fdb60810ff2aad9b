import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSigning } from '../../../src/delivery/signing/check-signing.ts';
import { isAligned } from '../../../src/delivery/signing/is-aligned.ts';
import { snapshot } from '../sample-mailing.ts';
import { makeSigningKey } from './keys.ts';

describe('scoreboard 68: before the first message, a key', () => {
  it('is tried, and is fine', async () => {
    expect(await checkSigning(makeSigningKey(), snapshot)).toEqual([
      { name: 'signing', state: 'ok', detail: '2048 bits, penny._domainkey.penny.example', hint: '' },
    ]);
  });

  it('is not asked for', async () => {
    expect(await checkSigning(undefined, snapshot)).toEqual([]);
  });

  it('stops the mailing when it could not be read', async () => {
    const [check] = await checkSigning(
      { problem: 'dkim.keyFile dkim.pem is not there', hint: 'make it' },
      snapshot,
    );
    expect(check).toMatchObject({
      state: 'error',
      detail: 'dkim.keyFile dkim.pem is not there',
      hint: 'make it',
    });
  });

  it('stops the mailing when it cannot sign', async () => {
    const key = makeSigningKey();
    const [check] = await checkSigning({ ...key, key: createPublicKey(key.key) }, snapshot);
    expect(check).toMatchObject({ state: 'error', hint: expect.stringContaining('openssl genrsa') });
  });

  it('is worth a warning when it is small', async () => {
    const [check] = await checkSigning(makeSigningKey({ bits: 1024 }), snapshot);
    expect(check).toMatchObject({ state: 'warning', detail: 'the key has 1024 bits' });
  });

  it('stops the mailing when it is of a domain that has nothing to do with the sender', async () => {
    const [check] = await checkSigning(makeSigningKey({ domain: 'example.org' }), snapshot);
    expect(check).toMatchObject({
      state: 'error',
      detail: 'dkim.domain example.org has nothing to do with penny.example, which the mail is from',
      hint: expect.stringContaining('set dkim.domain to penny.example'),
    });
  });
});

it.each([
  ['penny.example', 'PENNY.example', true],
  ['mail.penny.example', 'penny.example', true],
  ['penny.example', 'a.b.penny.example', true],
  ['müßig.example', 'xn--mig-5ka8l.example', true],
  ['nypenny.example', 'penny.example', false],
  ['a.penny.example', 'b.penny.example', false],
  ['example', 'penny.example', false],
  ['', '', false],
])('of %s and %s it is %s that they are aligned', (one, other, aligned) => {
  expect(isAligned(one, other)).toBe(aligned);
  expect(isAligned(other, one)).toBe(aligned);
});
