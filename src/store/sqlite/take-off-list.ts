import type { DatabaseSync } from 'node:sqlite';
import type { InboxStore } from '../../inbox/inbox-store.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';

/** The statements by which mail takes people off the list. They run in a transaction of their caller. */
export function prepareDepartures(
  database: DatabaseSync,
): Pick<InboxStore, 'findSubscriber' | 'suppress' | 'unsubscribe'> {
  const findByAddress = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const findById = database.prepare(`${selectSubscriber} WHERE subscriber.id = ?`);
  const suppress = database.prepare(
    'INSERT INTO suppression (canonical, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const unsubscribe = database.prepare(
    `UPDATE subscriber SET status = 'unsubscribed' WHERE canonical = ? AND status IN ('active', 'pending')`,
  );

  return {
    findSubscriber: (who) => {
      const row = typeof who === 'number' ? findById.get(who) : findByAddress.get(who);
      return row === undefined ? undefined : toSubscriber(row);
    },
    suppress: (canonical, complaint, now) =>
      suppress.run(canonical, `complaint: ${complaint}`, now).changes === 1,
    unsubscribe: (canonical, now) => {
      const left = unsubscribe.run(canonical).changes === 1;
      suppress.run(canonical, 'unsubscribed', now);
      return left;
    },
  };
}
