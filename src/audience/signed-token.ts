import { createHash, timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from './hmac-sha256.ts';

/** What a token is good for: one of another purpose never passes. One to unsubscribe never expires. */
export type TokenPurpose = 'unsubscribe' | 'confirm';

/**
 * The last part of an address that is one person's own. Its form never changes, because mail is kept for years:
 * base64url of 24 bytes, of which 2 name the key, 6 are the id, and 16 are HMAC-SHA-256 over both, cut to 128 bits.
 * The key's name is there so that a later secret can take over while links signed with this one go on working.
 */
export function makeToken(secret: Uint8Array, purpose: TokenPurpose, id: number): string {
  return tokenMaker(secret, purpose)(id);
}

/** Makes many tokens: what is the same for all of them is made once. */
export function tokenMaker(secret: Uint8Array, purpose: TokenPurpose): (id: number) => string {
  const sign = tokenSigner(secret, purpose);
  return (id) => sign(id).toString('base64url');
}

/**
 * The id, or nothing when none of these secrets signed the token. Takes as long for every wrong token.
 *
 * @param secrets all that ever signed; the token's key name says which is asked
 */
export function readToken(
  secrets: readonly Uint8Array[],
  purpose: TokenPurpose,
  token: string,
): number | undefined {
  if (!/^[\w-]{32}$/.test(token)) return undefined;
  const given = Buffer.from(token, 'base64url');
  const secret = secrets.find((one) => keyName(one).equals(given.subarray(0, 2))) ?? secrets[0];
  if (secret === undefined) return undefined;
  const id = given.readUIntBE(2, 6);
  return timingSafeEqual(given, tokenSigner(secret, purpose)(id)) ? id : undefined;
}

/** Two bytes by which a token tells which secret signed it. */
export function keyName(secret: Uint8Array): Buffer {
  return createHash('sha256').update('key name\0').update(secret).digest().subarray(0, 2);
}

function tokenSigner(secret: Uint8Array, purpose: TokenPurpose): (id: number) => Buffer {
  const name = keyName(secret);
  const sign = hmacSha256(secret);
  const start = Buffer.from(`${purpose}\0`);
  return (id) => {
    const idBytes = Buffer.alloc(6);
    idBytes.writeUIntBE(id, 0, 6);
    return Buffer.concat([name, idBytes, sign(start, name, idBytes).subarray(0, 16)]);
  };
}
