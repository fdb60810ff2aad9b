import { type Check, fine, unanswered } from '../check.ts';
import { domainOf } from '../domain-of.ts';
import type { Examination } from '../examination.ts';
import type { NameServer } from '../name-server.ts';
import { countLookups, mostLookups } from './count-lookups.ts';
import { readSpf, type SpfTerm } from './read-spf.ts';

const name = 'spf';

/** Whether the domain that bounces go to says which servers may send for it (RFC 7208). */
export async function checkSpf({ sender }: Examination, names: NameServer): Promise<readonly Check[]> {
  const domain = domainOf(sender.address);
  const record = readSpf(await names.txt(domain));
  if (!('terms' in record)) return [explainFault(record, domain)];
  const { count, broken, isIncomplete } = await countLookups(record.terms, names);
  const told = [
    ...judgeAll(record.terms, domain),
    ...(count > mostLookups
      ? [
          {
            name,
            state: 'error',
            detail: `${domain} needs more than ${mostLookups} lookups, and counts as broken`,
            hint: 'take out include: of services that you no longer use, or write their addresses as ip4: and ip6:',
          } as const,
        ]
      : []),
    ...(broken === undefined
      ? []
      : [
          {
            name,
            state: 'error',
            detail: `include:${broken} leads to no usable record, and makes that of ${domain} count as broken`,
            hint: `take include:${broken} out, or see how its provider writes it`,
          } as const,
        ]),
    ...(record.terms.some((term) => term.name === 'ptr')
      ? [
          {
            name,
            state: 'warning',
            detail: `${domain} uses ptr, which many receivers leave out`,
            hint: 'write the servers as ip4:, ip6: or include:',
          } as const,
        ]
      : []),
  ];
  if (told.length > 0) return told;
  const seen = isIncomplete ? `at least ${count}` : String(count);
  return [fine(name, `${domain}: ${seen} of ${mostLookups} lookups`)];
}

function explainFault(
  record: Exclude<ReturnType<typeof readSpf>, { readonly terms: unknown }>,
  domain: string,
): Check {
  switch (record.fault) {
    case 'failed':
      return unanswered(name, domain);
    case 'none':
      return {
        name,
        state: 'error',
        detail: `${domain} has no record, so that nobody can tell your server from any other`,
        hint: `publish TXT at ${domain}: v=spf1 include:PROVIDER -all  with what your mail provider says for PROVIDER`,
      };
    case 'several':
      return {
        name,
        state: 'error',
        detail: `${domain} has more than one record, which counts as none`,
        hint: 'make one of them: v=spf1, then the terms of all, then -all',
      };
    case 'syntax':
      return {
        name,
        state: 'error',
        detail: `${domain} has “${record.term}” in its record, which nobody understands`,
        hint: 'mend it: terms are include:, a, mx, ip4:, ip6:, exists:, redirect= and all',
      };
  }
}

/** What the record says of everybody else’s servers. */
function judgeAll(terms: readonly SpfTerm[], domain: string): readonly Check[] {
  const all = terms.find((term) => term.name === 'all');
  const hint = 'end the record with -all, or with ~all while you try it out';
  if (all === undefined) {
    if (terms.some((term) => term.name === 'redirect')) return [];
    return [{ name, state: 'warning', detail: `${domain} says nothing of other servers`, hint }];
  }
  if (all.qualifier === '+')
    return [
      { name, state: 'error', detail: `${domain} lets every server on earth send for it (+all)`, hint },
    ];
  if (all.qualifier === '?')
    return [{ name, state: 'warning', detail: `${domain} says nothing of other servers (?all)`, hint }];
  return [];
}
