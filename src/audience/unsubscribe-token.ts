import { makeToken, readToken, tokenMaker } from './signed-token.ts';

/**
 * The last part of a person's unsubscribe address: a signed token of the subscriber's id. It never expires.
 *
 * @param secret `AudienceStore.tokenSecret`
 */
export function makeUnsubscribeToken(secret: Uint8Array, subscriberId: number): string {
  return makeToken(secret, 'unsubscribe', subscriberId);
}

/** Makes the tokens of many people: what is the same for all of them is made once. */
export function unsubscribeTokenMaker(secret: Uint8Array): (subscriberId: number) => string {
  return tokenMaker(secret, 'unsubscribe');
}

/** The subscriber's id, or nothing when this secret did not sign the token. Takes as long for every wrong token. */
export function readUnsubscribeToken(secret: Uint8Array, token: string): number | undefined {
  return readToken([secret], 'unsubscribe', token);
}
