import type { Recipient } from './recipient.ts';

type Addressed = Pick<Recipient, 'canonical'>;

/** Those who are among the recipients now and were not when somebody said yes: nobody agreed to mail them. */
export function findNewcomers<Person extends Addressed>(
  agreed: readonly Addressed[],
  now: readonly Person[],
): readonly Person[] {
  const known = new Set(agreed.map(({ canonical }) => canonical));
  return now.filter(({ canonical }) => !known.has(canonical));
}
