import { domainToASCII } from 'node:url';

/**
 * Whether two domains count as one sender's: they are the same, or one lies below the other. DMARC's relaxed alignment
 * (RFC 7489 §3.1) asks for the same organisational domain, so that what passes here passes there; `a.penny.example` and
 * `b.penny.example` would pass there, too, which cannot be told without the list of public suffixes.
 */
export function isAligned(one: string, other: string): boolean {
  const [a, b] = [domainToASCII(one), domainToASCII(other)];
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.includes('.') && long.endsWith(`.${short}`);
}
