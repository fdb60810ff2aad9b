import type { ClaimedDelivery, Ledger } from '../../src/delivery/ledger.ts';
import type { Mailing, Worker } from '../../src/delivery/mailing.ts';

/** Claims as many as are due, with no limit on any domain; fails where the mailing may not be sent. */
export async function claimDue(
  ledger: Ledger,
  mailing: Mailing,
  worker: Worker,
  { count = 1, now }: { readonly count?: number; readonly now: number },
): Promise<readonly ClaimedDelivery[]> {
  const claim = await ledger.claim(mailing, worker, { count, now, turnOf: () => now });
  if ('halted' in claim) throw new Error(`the mailing is ${claim.halted}`);
  return claim;
}
