import { hash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/**
 * The Message-ID of one person's message: the same on every attempt, different for everybody, and telling nothing
 * about either (RFC 5322 §3.6.4).
 *
 * @param key the mailing's: random, and as long as what the hash gives
 * @param canonical the recipient's address in its canonical form
 * @param domain of the sender's address
 */
export function makeMessageId(key: string, canonical: string, domain: string): string {
  return `<${hash('sha256', `${key}\0${canonical}`).slice(0, 32)}@${domainToASCII(domain)}>`;
}
