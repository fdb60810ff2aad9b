import { isPublicMailbox } from '../check/roles/is-public-mailbox.ts';
import { type Check, fine, unanswered } from './check.ts';
import { domainOf } from './domain-of.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';

/** Whether the addresses that readers see are the newsletter’s own, and take answers. */
export async function checkSender({ sender }: Examination, names: NameServer): Promise<readonly Check[]> {
  const { address, replyTo } = sender;
  return [checkFrom(address), await checkReplies(replyTo, names)];
}

/** Where everybody knows that anybody can have an address, under all endings that their provider uses. */
const freeMail =
  /^((gmail|googlemail|ymail|rocketmail|aol|msn|icloud|me|mac|protonmail)\.com|proton\.me|web\.de|(yahoo|outlook|hotmail|live|gmx)\.((co|com)\.)?[a-z]{2,3})$/;

function checkFrom(address: string): Check {
  const name = 'from';
  const domain = domainOf(address);
  const hint = 'set sender.address to one of a domain of your own';
  if (freeMail.test(domain)) {
    const detail = `${address} is at ${domain}, and receivers take newsletters from there for forged`;
    return { name, state: 'error', detail, hint };
  }
  if (isPublicMailbox(domain))
    return {
      name,
      state: 'warning',
      detail: `${domain} looks like a place where anybody can have an address`,
      hint,
    };
  return fine(name, address);
}

async function checkReplies(replyTo: string, names: NameServer): Promise<Check> {
  const name = 'reply address';
  if (/^(no|do[-_.]?not)[-_.]?reply/i.test(replyTo))
    return {
      name,
      state: 'warning',
      detail: `${replyTo} tells readers not to answer`,
      hint: 'set sender.replyTo to one that somebody reads: answers help your mail into inboxes',
    };
  const domain = domainOf(replyTo);
  const hosts = await names.mx(domain);
  if (hosts === 'failed') return unanswered(name, `the mail servers of ${domain}`);
  const takesMail =
    hosts === 'none' ? Array.isArray(await names.addresses(domain)) : hosts.some((host) => host !== '');
  if (takesMail) return fine(name, replyTo);
  return {
    name,
    state: 'error',
    detail: `${domain} takes no mail, so that neither answers nor bounces arrive at ${replyTo}`,
    hint: `publish MX records for ${domain}, or use an address that takes mail`,
  };
}
