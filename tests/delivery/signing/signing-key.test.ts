import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSigningKey } from '../../../src/delivery/signing/signing-key.ts';
import { makePem } from './keys.ts';

const where = { domain: 'penny.example', selector: 'penny' };
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('scoreboard 68: a key', () => {
  it.each([
    ['PKCS#8', rsa.privateKey.export(pkcs8)],
    ['PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' })],
    ['a file with remarks around it', `this is ours\n${rsa.privateKey.export(pkcs8)}\n`],
    ['a file of Windows', rsa.privateKey.export(pkcs8).toString().replaceAll('\n', '\r\n')],
  ])('is read from %s', (_, pem) => {
    expect(readSigningKey(pem.toString(), where)).toMatchObject({ ...where, bits: 2048 });
  });

  const encrypted = { cipher: 'aes-256-cbc', passphrase: 'open sesame' } as const;
  it.each([
    ['no PEM', 'hello', /^is not a key in PEM form$/],
    ['an empty file', '', /^is not a key in PEM form$/],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey.export(pkcs8), /ed25519.*only RSA$/],
    [
      'an elliptic curve',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }),
      /only RSA$/,
    ],
    [
      'RSA-PSS',
      generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey.export(pkcs8),
      /rsa-pss.*only RSA$/,
    ],
    ['the public half', rsa.publicKey.export({ type: 'spki', format: 'pem' }), /^holds only the public key$/],
    [
      'the public half, PKCS#1',
      rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }),
      /only the public key$/,
    ],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', /no private key$/],
    ['an encrypted one', rsa.privateKey.export({ ...pkcs8, ...encrypted }), /passphrase$/],
    [
      'an encrypted one of old form',
      rsa.privateKey.export({ type: 'pkcs1', format: 'pem', ...encrypted }),
      /passphrase$/,
    ],
    [
      'a damaged one',
      makePem()
        .replaceAll(/[A-Z]/g, 'A')
        .replaceAll('-----AAAAA AAAAAAA AAA-----', '-----BEGIN PRIVATE KEY-----'),
      /damaged/,
    ],
    ['512 bits', makePem(512), /^has 512 bits/],
  ])('is refused when it is %s, with what to do, and nothing of it is told', (_, pem, problem) => {
    const text = pem.toString();
    const read = readSigningKey(text, where);
    if (!('problem' in read)) throw new Error('it was taken');
    expect(read.problem).toMatch(problem);
    expect(read.hint).not.toBe('');
    const secrets = text.split(/\r?\n/).filter((line) => /^[A-Za-z0-9+/=]{16,}$/.test(line));
    for (const line of secrets) expect(JSON.stringify(read)).not.toContain(line);
  });
});
