import ipaddr from 'ipaddr.js';

/** All of IPv6 that is given out: https://www.iana.org/assignments/ipv6-unicast-address-assignments. */
const givenOut = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public Internet: not to this computer, a private network, a cloud's metadata
 * service, or a way around that such as an IPv4 address in IPv6 clothes (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return false;
  const parsed = ipaddr.parse(plain);
  if (parsed.range() !== 'unicast') return false;
  // Outside lies `::7f00:1`, too, which is 127.0.0.1 (RFC 4291, 2.5.5.1) and has no range of its own.
  return parsed instanceof ipaddr.IPv4 || parsed.match(givenOut);
}
