import { createPrivateKey, type KeyObject } from 'node:crypto';

/** A private key, and where receivers find its public half: `selector._domainkey.domain`. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly key: KeyObject;
  /** The size of its modulus. */
  readonly bits: number;
}

/** Why there is nothing to sign with, in words that hold nothing of the key. */
export interface UnusableKey {
  /** Follows the name of the file, such as `is encrypted with a passphrase`. */
  readonly problem: string;
  readonly hint: string;
}

/** Receivers need not verify smaller ones (RFC 8301 §3.2). */
const leastBits = 1024;
/** What signers should use at least (RFC 8301 §3.2). */
export const recommendedBits = 2048;

const makeOne = 'make one with openssl genrsa -out dkim.pem 2048';

/**
 * Reads a private RSA key. Ed25519 is refused: Microsoft and Yahoo do not verify it, so that mail would count as
 * unsigned there.
 *
 * @param pem PKCS#1 or PKCS#8
 */
export function readSigningKey(
  pem: string,
  { domain, selector }: { readonly domain: string; readonly selector: string },
): SigningKey | UnusableKey {
  const labels = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label = '']) => label);
  if (labels.length === 0) return { problem: 'is not a key in PEM form', hint: makeOne };
  if (labels.includes('ENCRYPTED PRIVATE KEY') || /^Proc-Type: 4,ENCRYPTED/m.test(pem))
    return {
      problem: 'is encrypted with a passphrase',
      hint: 'write it without one: openssl rsa -in encrypted.pem -out dkim.pem',
    };
  if (!labels.some((label) => label.endsWith('PRIVATE KEY')))
    return {
      problem: labels.some((label) => label.endsWith('PUBLIC KEY'))
        ? 'holds only the public key'
        : 'holds no private key',
      hint: 'dkim.keyFile wants the private one; the public one belongs into DNS',
    };
  const key = parseKey(pem);
  if (key === undefined) return { problem: 'is a damaged key', hint: makeOne };
  const type = key.asymmetricKeyType ?? '';
  if (type !== 'rsa')
    return {
      problem: `is a key of the kind ${type}, and Microsoft and Yahoo verify only RSA`,
      hint: makeOne,
    };
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < leastBits)
    return { problem: `has ${bits} bits, and receivers want ${leastBits} or more`, hint: makeOne };
  return { domain, selector, key, bits };
}

/** What OpenSSL says of a key that it cannot read is of no use to anybody. */
function parseKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
