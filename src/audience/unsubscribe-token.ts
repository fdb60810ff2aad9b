import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key that signs new tokens. Tokens live for ever, so that a later key can only stand beside this one. */
const keyId = '1';

/** The last part of a person's unsubscribe address: `1-<id>-<128 bits of HMAC-SHA256>`. The format is permanent. */
export function makeUnsubscribeToken(secret: Uint8Array, subscriberId: number): string {
  return `${keyId}-${subscriberId.toString(36)}-${sign(secret, subscriberId).toString('base64url')}`;
}

/** The subscriber whose token this is; `undefined` for anything that we did not sign. */
export function readUnsubscribeToken(secret: Uint8Array, token: string): number | undefined {
  const [, id, signature] = /^1-([0-9a-z]{1,11})-([\w-]{22})$/.exec(token) ?? [];
  if (id === undefined || signature === undefined) return undefined;
  const subscriberId = Number.parseInt(id, 36);
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secret, subscriberId);
  return given.length === expected.length && timingSafeEqual(given, expected) ? subscriberId : undefined;
}

function sign(secret: Uint8Array, subscriberId: number): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe|${subscriberId}`).digest().subarray(0, 16);
}
