import { domainToASCII } from 'node:url';
import type { CanonicalAddress, EmailAddress } from './subscriber.ts';

export type ParsedAddress =
  | { readonly address: EmailAddress; readonly canonical: CanonicalAddress }
  | { readonly problem: string };

/** Octets: RFC 5321 §4.5.3.1. */
const longestLocalPart = 64;
const longestAddress = 254;

/**
 * Reads one mailbox, strictly: no display name, no comment, no quotes, no second address. What mail programs would
 * quietly read as somebody else is refused (RFC 5322 dot-atom, RFC 6531 for other scripts).
 *
 * @param text white space around it is dropped
 */
export function parseAddress(text: string): ParsedAddress {
  const typed = text.trim();
  if (typed === '') return { problem: 'there is no address' };
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(typed)) return { problem: 'it holds an invisible character' };
  if (/\s/.test(typed)) return { problem: 'it holds a space' };
  if (/[<>()[\]\\,;:"]/.test(typed)) return { problem: 'it must be the bare address, without a name, quotes or brackets' };
  const [local = '', domain, ...rest] = typed.split('@');
  if (domain === undefined) return { problem: 'there is no @ in it' };
  if (rest.length > 0) return { problem: 'there is more than one @ in it' };
  const problem = checkLocalPart(local) ?? checkDomain(domain);
  if (problem !== undefined) return { problem };
  const ascii = domainToASCII(domain);
  if (Buffer.byteLength(`${local}@${ascii}`) > longestAddress) return { problem: 'it is longer than 254 characters' };
  const canonical = `${local.normalize('NFC').toLowerCase()}@${ascii}`;
  return { address: typed as EmailAddress, canonical: canonical as CanonicalAddress };
}

function checkLocalPart(local: string): string | undefined {
  if (local === '') return 'there is nothing in front of the @';
  if (Buffer.byteLength(local) > longestLocalPart) return 'what stands in front of the @ is longer than 64 characters';
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'a dot stands where none may stand';
  if (!/^[\w!#$%&'*+/=?^`{|}~.\-\u{80}-\u{10ffff}]+$/u.test(local)) return 'it holds a sign that addresses do not have';
  return undefined;
}

function checkDomain(domain: string): string | undefined {
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  if (ascii === '' || !wellFormed) return `“${domain}” is not a domain`;
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return `“${domain}” is not a domain on the internet`;
  return undefined;
}
