import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalAddress } from '../../audience/subscriber.ts';
import { leftByThemselves } from '../../audience/way-back.ts';
import { integerOf } from './read-row.ts';
import { prepareTell } from './tell-event.ts';

/**
 * Ends a subscription, by whatever way somebody leaves, and keeps the address from coming back; in a transaction of its
 * caller. False when they had left before.
 */
export type EndSubscription = (canonical: CanonicalAddress, why: string, now: number) => boolean;

export function prepareEndSubscription(database: DatabaseSync): EndSubscription {
  // A running mailing looks here before each message, and nowhere else.
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at) VALUES (?, '${leftByThemselves}', ?) ON CONFLICT DO NOTHING`,
  );
  const end = database.prepare(
    `UPDATE subscriber SET status = 'unsubscribed' WHERE canonical = ? AND status IN ('active', 'pending')
     RETURNING id`,
  );
  const tell = prepareTell(database);

  return (canonical, why, now) => {
    suppress.run(canonical, now);
    const row = end.get(canonical);
    if (row === undefined) return false;
    tell(integerOf(row, 'id'), now, 'unsubscribed', why);
    return true;
  };
}
