import type { NameServer } from '../name-server.ts';
import { readSpf, type SpfTerm } from './read-spf.ts';

/** More make the record count as broken (RFC 7208 §4.6.4). */
export const mostLookups = 10;

/** How much of DNS a receiver has to ask for a record, and what it would stumble over. */
export interface SpfLookups {
  /** At most one more than are allowed: nobody counts on. */
  readonly count: number;
  /** A domain that is included and has no record to go by. */
  readonly broken?: string;
  /** Whether something on the way was not answered. */
  readonly isIncomplete: boolean;
}

/**
 * Counts the terms that cost a lookup, also of the records that are included. A record is followed only while the count
 * is within what is allowed, so that circles end, too.
 */
export async function countLookups(terms: readonly SpfTerm[], names: NameServer): Promise<SpfLookups> {
  const waiting = [...costly(terms)];
  let count = 0;
  let isIncomplete = false;
  for (let term = waiting.shift(); term !== undefined && count <= mostLookups; term = waiting.shift()) {
    count += 1;
    if (count > mostLookups || !/^(include|redirect)$/.test(term.name)) continue;
    // What a macro stands for is known only with a message at hand (RFC 7208 §7).
    if (term.value.includes('%')) {
      isIncomplete = true;
      continue;
    }
    const record = readSpf(await names.txt(term.value));
    if ('terms' in record) waiting.push(...costly(record.terms));
    else if (record.fault === 'failed') isIncomplete = true;
    else return { count, broken: term.value, isIncomplete };
  }
  return { count, isIncomplete };
}

function costly(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  const hasAll = terms.some(({ name }) => name === 'all');
  return terms.filter(
    ({ name }) => /^(include|a|mx|ptr|exists)$/.test(name) || (name === 'redirect' && !hasAll),
  );
}
