import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readSigningKey, type SigningKey } from '../../../src/delivery/signing/signing-key.ts';

/** A fresh private key in PEM form. */
export function makePem(bits = 2048): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A fresh key of penny.example. */
export function makeSigningKey({ bits = 2048, domain = 'penny.example' } = {}): SigningKey {
  const key = readSigningKey(makePem(bits), { domain, selector: 'penny' });
  if ('problem' in key) throw new Error(key.problem);
  return key;
}

/** What its owner publishes in DNS. */
export function publicRecord({ key }: SigningKey): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}
