import { createHmac } from 'node:crypto';

/** What is left of a person who was erased: it recognises the address and cannot be read without the secret. */
export function hashErased(canonical: string, secret: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update('erased address\0').update(canonical).digest();
}
