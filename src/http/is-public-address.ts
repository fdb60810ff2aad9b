import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to the public Internet: not to this computer, a private network, a cloud's metadata
 * service, or a way around that such as an IPv4 address in IPv6 clothes (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  return ipaddr.isValid(plain) && ipaddr.parse(plain).range() === 'unicast';
}
