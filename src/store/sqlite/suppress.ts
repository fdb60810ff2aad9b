import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalAddress } from '../../audience/subscriber.ts';
import { wayBackOf } from '../../audience/way-back.ts';
import { textOf } from './read-row.ts';

/**
 * Keeps an address from being mailed, for a reason that its person cannot take back by the form; in a transaction of its
 * caller. Such a reason takes the place of one that they could. False when there was one like it.
 */
export type Suppress = (canonical: CanonicalAddress, reason: string, now: number) => boolean;

export function prepareSuppress(database: DatabaseSync): Suppress {
  const find = database.prepare('SELECT reason FROM suppression WHERE canonical = ?');
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at) VALUES (:canonical, :reason, :now)
     ON CONFLICT (canonical) DO UPDATE SET reason = :reason, at = :now`,
  );

  return (canonical, reason, now) => {
    const row = find.get(canonical);
    if (row !== undefined && wayBackOf(textOf(row, 'reason')) === 'anew') return false;
    suppress.run({ canonical, reason, now });
    return true;
  };
}
