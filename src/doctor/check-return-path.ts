import { isAligned } from '../delivery/signing/is-aligned.ts';
import { type Check, fine, unanswered } from './check.ts';
import { domainOf } from './domain-of.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';

const name = 'bounces';

/** Whether bounces come back to where penny can read them, and the return path passes for the sender’s own. */
export async function checkReturnPath(
  { bounceDomain, sender }: Examination,
  names: NameServer,
): Promise<readonly Check[]> {
  if (bounceDomain === undefined) return [withoutDomain(sender.address)];
  const from = domainOf(sender.address);
  if (!isAligned(bounceDomain, from))
    return [
      {
        name,
        state: 'warning',
        detail: `${bounceDomain} is not ${from} nor below it, so that SPF cannot speak for the sender you show`,
        hint: `use a name such as bounces.${from}`,
      },
    ];
  return [await checkHosts(bounceDomain, names)];
}

function withoutDomain(address: string): Check {
  return {
    name,
    state: 'note',
    detail: `they come to ${address}, and are known by the message that they bring along`,
    hint: 'give bounces a domain of their own with bounces: in newsletter.yaml: then each tells whose it is',
  };
}

/** Without an MX record a host of that name would do (RFC 5321 §5.1); where there is one, it is a web server. */
async function checkHosts(domain: string, names: NameServer): Promise<Check> {
  const hosts = await names.mx(domain);
  if (hosts === 'failed') return unanswered(name, `the mail servers of ${domain}`);
  if (hosts !== 'none' && hosts.some((host) => host !== '')) return await checkSpfOf(domain, names);
  return {
    name,
    state: 'error',
    detail: `${domain} has no mail server: every bounce is lost, and servers refuse mail from such a sender`,
    hint: `publish an MX record for ${domain}, of a mailbox that takes whatever stands before the @`,
  };
}

/** Receivers ask for the SPF record of the envelope sender (RFC 7208 §2.4), which is this domain's and no longer the one shown. */
async function checkSpfOf(domain: string, names: NameServer): Promise<Check> {
  const records = await names.txt(domain);
  const isThere = Array.isArray(records) && records.some((record) => /^v=spf1( |$)/i.test(record));
  if (isThere) return fine(name, `they come to ${domain}`);
  return {
    name,
    state: 'warning',
    detail:
      records === 'failed'
        ? `the SPF record of ${domain} could not be looked up`
        : `${domain} has no SPF record, and it is this domain's that receivers ask for now`,
    hint: `publish the SPF record of the sender's domain at ${domain}, too`,
  };
}
