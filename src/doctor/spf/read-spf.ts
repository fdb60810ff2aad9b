/** The SPF record of a domain, or why there is none to go by (RFC 7208 §4.5). */
export type SpfRecord =
  | { readonly terms: readonly SpfTerm[] }
  | { readonly fault: 'none' | 'several' | 'failed' }
  | { readonly fault: 'syntax'; readonly term: string };

export interface SpfTerm {
  readonly qualifier: '+' | '-' | '~' | '?';
  /** In small letters. */
  readonly name: string;
  /** What follows the name; empty where nothing does. */
  readonly value: string;
}

const mechanisms = /^(all|include|a|mx|ptr|ip4|ip6|exists)$/;

/** @param answers TXT records of the domain */
export function readSpf(answers: readonly string[] | 'none' | 'failed'): SpfRecord {
  if (answers === 'failed') return { fault: 'failed' };
  const records = answers === 'none' ? [] : answers.filter((text) => /^v=spf1( |$)/i.test(text));
  const [record] = records;
  if (record === undefined) return { fault: 'none' };
  if (records.length > 1) return { fault: 'several' };
  const terms: SpfTerm[] = [];
  for (const written of record.split(/ +/).slice(1).filter(Boolean)) {
    const term = readTerm(written);
    if (term === undefined) return { fault: 'syntax', term: written };
    terms.push(term);
  }
  return { terms };
}

function readTerm(written: string): SpfTerm | undefined {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(written);
  if (modifier !== null)
    return { qualifier: '+', name: (modifier[1] ?? '').toLowerCase(), value: modifier[2] ?? '' };
  const [, qualifier = '', name = '', value = ''] =
    /^([+~?-]?)([a-z0-9]+)(?:[:/](.+))?$/i.exec(written) ?? [];
  const isKnown = mechanisms.test(name.toLowerCase());
  const lacks = /^(include|ip4|ip6|exists)$/i.test(name) && value === '';
  if (!isKnown || lacks) return undefined;
  return { qualifier: readQualifier(qualifier), name: name.toLowerCase(), value };
}

function readQualifier(sign: string): SpfTerm['qualifier'] {
  return sign === '-' || sign === '~' || sign === '?' ? sign : '+';
}
