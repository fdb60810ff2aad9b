import { hmacSha256 } from '../../audience/hmac-sha256.ts';

/**
 * What is left of a person who was erased: it recognises the address and cannot be read without the secret. It never
 * changes, because nobody could make it anew of those who were erased before.
 */
export function erasureHash(secret: Uint8Array): (canonical: string) => Uint8Array {
  const sign = hmacSha256(secret);
  const purpose = Buffer.from('erased address\0');
  return (canonical) => sign(purpose, Buffer.from(canonical));
}
