import type { CanonicalAddress } from '../audience/subscriber.ts';
import { addressesIn } from './mime/addresses-in.ts';
import type { DsnAction, RecipientReport } from './read-dsn.ts';

/** The mildest first. */
const mildness: readonly DsnAction[] = ['delivered', 'relayed', 'expanded', 'delayed', 'failed'];

/**
 * Which of a report’s recipients is the person that the message went to. They were the only one; where their server
 * sent it on to several, it tells of others, too: then the one whose original address it was, or else the mildest.
 */
export function choosePersonsReport(
  reports: readonly RecipientReport[],
  canonical: CanonicalAddress,
): RecipientReport | undefined {
  const own = reports.filter(({ originalRecipient = '' }) =>
    addressesIn(originalRecipient).includes(canonical),
  );
  const among = own.length > 0 ? own : reports;
  return among.toSorted((one, other) => mildness.indexOf(one.action) - mildness.indexOf(other.action))[0];
}
