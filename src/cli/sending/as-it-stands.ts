import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { systemClock } from './system-clock.ts';
import { isAlive } from './worker.ts';

/** Nobody sends a mailing whose process was killed, whatever is written. */
export function asItStands(mailing: Mailing, ledger: Ledger): Mailing {
  const isLeft =
    mailing.state === 'sending' && ledger.holderOf(mailing, systemClock.now(), isAlive) === undefined;
  return isLeft ? { ...mailing, state: 'waiting', reason: 'interrupted' } : mailing;
}
