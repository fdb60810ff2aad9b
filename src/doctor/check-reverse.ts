import { type Check, fine } from './check.ts';
import type { Examination } from './examination.ts';
import type { NameServer } from './name-server.ts';

const name = 'reverse dns';

/**
 * Receivers want the address that a message comes from to have a name that leads back to it. That is ours to see to
 * only where the server stands on this machine; it may still hand on to another, so that this is never more than a note.
 */
export async function checkReverse(
  { server, hostname }: Examination,
  names: NameServer,
): Promise<readonly Check[]> {
  if (server === undefined || 'problem' in server || !server.loopback) return [];
  const addresses = await names.addresses(hostname);
  const told = 'your mail server is on this machine; if it sends directly, and not through another';
  if (!Array.isArray(addresses)) {
    return [
      {
        name,
        state: 'note',
        detail: `${told}, ${hostname} must have an address in DNS, and has none that can be seen from here`,
        hint: `publish A and AAAA records for ${hostname}, and let your provider set the reverse ones`,
      },
    ];
  }
  const leadsBack = await Promise.all(
    addresses.map(async (address) => {
      const found = await names.reverse(address);
      return Array.isArray(found) && found.some((one) => one.toLowerCase() === hostname.toLowerCase());
    }),
  );
  const wrong = addresses.find((_, index) => leadsBack[index] !== true);
  if (wrong === undefined) return [fine(name, `${addresses.join(', ')} and ${hostname} lead to each other`)];
  return [
    {
      name,
      state: 'note',
      detail: `${told}, ${wrong} must lead back to ${hostname}, and does not`,
      hint: `let your provider set the reverse record of ${wrong} to ${hostname}`,
    },
  ];
}
