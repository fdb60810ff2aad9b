import { domainToASCII } from 'node:url';

/** The domain of an address, as DNS knows it. */
export function domainOf(address: string): string {
  return domainToASCII(address.split('@').at(-1) ?? '');
}
