import { createHash, hash, timingSafeEqual } from 'node:crypto';

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
  const sign = hmacSha256(secret);
  return (subscriberId) => {
    const id = Buffer.alloc(6);
    id.writeUIntBE(subscriberId, 0, 6);
    const signed = Buffer.concat([name, id]);
    const signature = sign(Buffer.concat([purpose, signed]));
    return Buffer.concat([signed, signature.subarray(0, 16)]);
  };
}

const purpose = Buffer.from('unsubscribe\0');
/** Bytes of a block of SHA-256; no key here is longer. */
const block = 64;

/**
 * HMAC-SHA-256 by its definition (RFC 2104 §2). Node's own makes an object outside of its heap for each call: for a
 * million people they are the most that sending takes of memory.
 */
function hmacSha256(key: Uint8Array): (text: Uint8Array) => Buffer {
  const pad = (byte: number): Uint8Array =>
    Uint8Array.from({ length: block }, (_, at) => (key[at] ?? 0) ^ byte);
  const [inner, outer] = [pad(0x36), pad(0x5c)];
  return (text) =>
    hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, text]), 'buffer')]), 'buffer');
}

function keyName(secret: Uint8Array): Buffer {
  return createHash('sha256').update('key name\0').update(secret).digest().subarray(0, 2);
}
