import { isAligned } from '../delivery/signing/is-aligned.ts';
import { type Check, fine, unanswered } from './check.ts';
import { domainOf } from './domain-of.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';
import { readTags } from './read-tags.ts';

const name = 'dmarc';

/** The policy of the domain that mail is from (RFC 7489), and whether our mail would pass it. */
export async function checkDmarc(examination: Examination, names: NameServer): Promise<readonly Check[]> {
  const domain = domainOf(examination.sender.address);
  const policy = await findPolicy(domain, names);
  return [judgePolicy(policy, domain), checkAlignment(examination, domain, policy)];
}

type Policy =
  | { readonly fault: 'none' | 'failed' }
  | { readonly fault: 'several'; readonly place: string }
  | { readonly place: string; readonly tags: ReadonlyMap<string, string> };

/** At the domain or, where there is none, at the next one above it that has one. */
async function findPolicy(domain: string, names: NameServer): Promise<Policy> {
  for (let at = domain; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const place = `_dmarc.${at}`;
    const answers = await names.txt(place);
    if (answers === 'failed') return { fault: 'failed' };
    const records = answers === 'none' ? [] : answers.filter((text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text));
    const [record] = records;
    if (records.length > 1) return { fault: 'several', place };
    if (record !== undefined) return { place, tags: readTags(record) };
  }
  return { fault: 'none' };
}

function judgePolicy(policy: Policy, domain: string): Check {
  const hint = `publish TXT at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:dmarc@${domain}`;
  if ('tags' in policy) {
    const { place, tags } = policy;
    const requested = tags.get('p') ?? '';
    if (!/^(none|quarantine|reject)$/i.test(requested)) {
      const what = requested === '' ? 'no p=' : `p=${requested}, which means nothing`;
      return { name, state: 'error', detail: `${place} has ${what}`, hint };
    }
    return fine(name, `${place}: p=${requested.toLowerCase()}`);
  }
  switch (policy.fault) {
    case 'failed':
      return unanswered(name, `_dmarc.${domain}`);
    case 'several':
      return {
        name,
        state: 'error',
        detail: `${policy.place} has more than one record, which counts as none`,
        hint: 'leave one of them',
      };
    case 'none':
      return {
        name,
        state: 'error',
        detail: `${domain} has no policy, which Gmail, Yahoo and Outlook ask of everybody who sends to many`,
        hint,
      };
  }
}

/** One of signature and envelope must be of the sender’s domain, and should both be. */
function checkAlignment({ signingKey }: Examination, domain: string, policy: Policy): Check {
  const envelope = `the envelope is from ${domain}, too`;
  if (signingKey === undefined || 'problem' in signingKey)
    return {
      name: 'alignment',
      state: 'note',
      detail: `the mail is from ${domain}, ${envelope}; nothing is signed here`,
      hint: `see that your mail server keeps the envelope and signs for ${domain}`,
    };
  const isStrict = 'tags' in policy && policy.tags.get('adkim')?.toLowerCase() === 's';
  const signs = domainOf(signingKey.domain);
  if (isStrict ? signs === domain : isAligned(signs, domain))
    return fine('alignment', `the signature is for ${signs}, the mail from ${domain}, and ${envelope}`);
  return {
    name: 'alignment',
    state: 'error',
    detail: `the signature is for ${signs}, and the mail from ${domain}${isStrict ? ', whose policy wants the very same (adkim=s)' : ''}`,
    hint: `set dkim.domain to ${domain} and publish the key there`,
  };
}
