import { type KeyObject, verify } from 'node:crypto';
import { canonicaliseHeader, canonicaliseSigned, readHeaders } from './canonicalise-headers.ts';
import { hashBody } from './hash-body.ts';

/** What a signature says of itself. */
export interface CheckedSignature {
  readonly isValid: boolean;
  /** In small letters, as often as they are signed. */
  readonly names: readonly string[];
}

/**
 * Verifies the first DKIM signature of a message as a receiver would who has the public key already (RFC 6376 §6.1.3).
 *
 * @param message with CRLF line ends
 */
export function verifyMessage(message: Uint8Array, publicKey: KeyObject): CheckedSignature {
  const text = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const end = text.indexOf('\r\n\r\n') + 2;
  const fields = readHeaders(text.toString('utf8', 0, end));
  const own = fields.find(({ name }) => name === 'dkim-signature');
  if (own === undefined) return { isValid: false, names: [] };
  const tags = readTags(own.field.slice(own.field.indexOf(':') + 1));
  const names = (tags.get('h') ?? '').toLowerCase().split(':');
  const unsigned = { name: own.name, field: own.field.replace(/([;\s]b=)[^;]*/, '$1') };
  const signed = Buffer.from(`${canonicaliseSigned(fields, names)}${canonicaliseHeader(unsigned)}`);
  const isValid =
    tags.get('bh') === hashBody(text.toString('latin1', end + 2)) &&
    verify('sha256', signed, publicKey, Buffer.from(tags.get('b') ?? '', 'base64'));
  return { isValid, names };
}

/** `name=value; …` (RFC 6376 §3.2), without any white space in the values. */
function readTags(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(';').map((tag) => {
      const [name = '', ...value] = tag.replaceAll(/\s/g, '').split('=');
      return [name, value.join('=')];
    }),
  );
}
