import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';

/**
 * The Message-ID of one person's message: the same on every attempt, different for everybody, and telling nothing
 * about either (RFC 5322 §3.6.4).
 *
 * @param key the mailing's
 * @param canonical the recipient's address in its canonical form
 * @param domain of the sender's address
 */
export function makeMessageId(key: string, canonical: string, domain: string): string {
  return `<${createHmac('sha256', key).update(canonical).digest('hex').slice(0, 32)}@${domainToASCII(domain)}>`;
}
