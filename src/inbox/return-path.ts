import { timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { hmacSha256 } from '../audience/hmac-sha256.ts';

/**
 * The envelope sender of one person's message: bounces come back to it, and nobody else can make one up. Lower-case
 * base32 (RFC 4648 §6), because mail servers fold the case: `b-`, the 128 bits of the Message-ID, which are of this
 * mailing and this recipient alone, `-`, and HMAC-SHA-256 over them, cut to 80 bits. Its local part has 45 octets.
 *
 * @param secret `AudienceStore.secret`
 * @param messageId by `makeMessageId`
 * @param domain that takes bounces
 */
export function makeReturnPath(secret: Uint8Array, messageId: string, domain: string): string {
  const key = messageKeyOf(messageId);
  if (key === undefined) throw new Error(`${messageId} is no Message-ID of ours`);
  return `${localPart(secret, Buffer.from(key, 'hex'))}@${domainToASCII(domain)}`;
}

/** What tells the messages of all mailings apart: 32 hexadecimal digits. Nothing when it is no Message-ID of ours. */
export function messageKeyOf(messageId: string): string | undefined {
  return /^<([\da-f]{32})@[^\s<>@]{1,255}>$/.exec(messageId.trim())?.[1];
}

/** A return path that this secret did not sign is `forged`; what is no return path at all is nothing. */
export function readReturnPath(
  secret: Uint8Array,
  address: string,
): { readonly messageKey: string } | 'forged' | undefined {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const [, written = ''] = /^b-([a-z2-7]{26})-[a-z2-7]{16}$/.exec(local) ?? [];
  if (written === '') return undefined;
  const key = fromBase32(written);
  const isSigned = timingSafeEqual(Buffer.from(local), Buffer.from(localPart(secret, key)));
  return isSigned ? { messageKey: key.toString('hex') } : 'forged';
}

function localPart(secret: Uint8Array, key: Uint8Array): string {
  const signature = hmacSha256(secret)(Buffer.from('return path\0'), key);
  return `b-${toBase32(key)}-${toBase32(signature.subarray(0, 10))}`;
}

const digits = 'abcdefghijklmnopqrstuvwxyz234567';

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => digits[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What does not fill a byte at the end is left out; whoever compares sees that it was not zero. */
function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (digit) => digits.indexOf(digit).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
