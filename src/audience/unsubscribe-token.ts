import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/**
 * The last part of a person's unsubscribe address. Its form never changes, because mail is kept for years: base64url
 * of 24 bytes, of which 2 name the key, 6 are the subscriber's id, and 16 are HMAC-SHA-256 over both, cut to 128 bits.
 * The key's name is there so that a later secret can take over while links signed with this one go on working.
 *
 * @param secret `AudienceStore.secret`
 */
export function makeUnsubscribeToken(secret: Uint8Array, subscriberId: number): string {
  return tokenMaker(secret)(subscriberId);
}

/** Makes the tokens of many people: what is the same for all of them is made once. */
export function tokenMaker(secret: Uint8Array): (subscriberId: number) => string {
  const sign = tokenSigner(secret);
  return (subscriberId) => sign(subscriberId).toString('base64url');
}

/** The subscriber's id, or nothing when this secret did not sign the token. Takes as long for every wrong token. */
export function readUnsubscribeToken(secret: Uint8Array, token: string): number | undefined {
  if (!/^[\w-]{32}$/.test(token)) return undefined;
  const given = Buffer.from(token, 'base64url');
  const subscriberId = given.readUIntBE(2, 6);
  return timingSafeEqual(given, tokenSigner(secret)(subscriberId)) ? subscriberId : undefined;
}

function tokenSigner(secret: Uint8Array): (subscriberId: number) => Buffer {
  const name = keyName(secret);
  const key = createSecretKey(secret);
  return (subscriberId) => {
    const id = Buffer.alloc(6);
    id.writeUIntBE(subscriberId, 0, 6);
    const signed = Buffer.concat([name, id]);
    const signature = createHmac('sha256', key).update('unsubscribe\0').update(signed).digest();
    return Buffer.concat([signed, signature.subarray(0, 16)]);
  };
}

function keyName(secret: Uint8Array): Buffer {
  return createHash('sha256').update('key name\0').update(secret).digest().subarray(0, 2);
}
