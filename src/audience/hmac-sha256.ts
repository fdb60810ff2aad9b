import { hash } from 'node:crypto';

/** Bytes of a block of SHA-256; no key of ours is longer. */
const block = 64;

/**
 * HMAC-SHA-256 by its definition (RFC 2104 §2), for many texts under one key. Node's own makes an object outside of its
 * heap for each call: for a million people they are the most that sending takes of memory. `hash` makes none.
 *
 * @param key at most 64 bytes
 */
export function hmacSha256(key: Uint8Array): (...text: readonly Uint8Array[]) => Buffer {
  const pad = (byte: number): Uint8Array =>
    Uint8Array.from({ length: block }, (_, at) => (key[at] ?? 0) ^ byte);
  const [inner, outer] = [pad(0x36), pad(0x5c)];
  return (...text) => sha256(outer, sha256(inner, ...text));
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}
