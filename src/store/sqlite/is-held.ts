import type { IsAlive } from '../../delivery/ledger.ts';
import { toHolder } from './read-mailing.ts';
import { optionalIntegerOf, type Row } from './read-row.ts';

/**
 * Whether somebody holds the mailing of this row. A process that is known to live keeps it whatever its lease says: a
 * clock that was set forward ends every lease at once, and whoever is stuck can be stopped by hand.
 */
export function isHeld(
  row: Row,
  { now, isAlive }: { readonly now: number; readonly isAlive: IsAlive },
): boolean {
  const leaseUntil = optionalIntegerOf(row, 'lease_until');
  if (leaseUntil === undefined) return false;
  return isAlive(toHolder(row).heldBy) ?? leaseUntil > now;
}
