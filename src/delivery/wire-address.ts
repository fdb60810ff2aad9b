import { domainToASCII } from 'node:url';

/**
 * An address as mail servers take it: its domain in A-labels (RFC 5891), the part before the @ as it was written.
 *
 * @param address of one mailbox
 */
export function toWireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}
