import { parseAddress } from '../../audience/parse-address.ts';
import type { CanonicalAddress } from '../../audience/subscriber.ts';

/** Characters of a field that are read, and addresses of it. */
const longest = 10_000;
const mostAddresses = 100;

/**
 * A quote that nothing closes reaches to the end, and stays: looking for the next one in it would take a field of nothing
 * but quotes a time that grows with the square of its length.
 */
const namesAndComments = /"(?:[^"\\]|\\[\s\S])*(?:"|(?<open>\\?$))|\([^()]*\)/g;

/**
 * The addresses in a field such as From, To or Return-Path, in canonical form. What stands in quotes and comments is a
 * name, whatever it looks like.
 */
export function addressesIn(field: string): readonly CanonicalAddress[] {
  const bare = field
    .slice(0, longest)
    .replaceAll(namesAndComments, (found, open?: string) => (open === undefined ? ' ' : found))
    .split(/[\s,;<>]+/, mostAddresses);
  const found = bare.flatMap((word) => {
    if (!word.includes('@')) return [];
    const parsed = parseAddress(word);
    return 'problem' in parsed ? [] : [parsed.canonical];
  });
  return [...new Set(found)];
}
