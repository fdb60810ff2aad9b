import type { DatabaseSync } from 'node:sqlite';
import type { InboxStore } from '../../inbox/inbox-store.ts';
import { prepareEndSubscription } from './end-subscription.ts';
import { integerOf } from './read-row.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';
import { prepareSuppress } from './suppress.ts';
import { prepareTell } from './tell-event.ts';

/** The statements by which mail takes people off the list. They run in a transaction of their caller. */
export function prepareDepartures(
  database: DatabaseSync,
): Pick<InboxStore, 'findSubscriber' | 'suppress' | 'unsubscribe'> {
  const findByAddress = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const findById = database.prepare(`${selectSubscriber} WHERE subscriber.id = ?`);
  const suppress = prepareSuppress(database);
  const endSubscription = prepareEndSubscription(database);
  const findId = database.prepare('SELECT id FROM subscriber WHERE canonical = ?');
  const tell = prepareTell(database);

  return {
    findSubscriber: (who) => {
      const row = typeof who === 'number' ? findById.get(who) : findByAddress.get(who);
      return row === undefined ? undefined : toSubscriber(row);
    },
    suppress: (canonical, complaint, now) => {
      const reason = `complaint: ${complaint}`;
      if (!suppress(canonical, reason, now)) return false;
      const row = findId.get(canonical);
      if (row !== undefined) tell(integerOf(row, 'id'), now, 'suppressed', reason);
      return true;
    },
    unsubscribe: (canonical, now) => endSubscription(canonical, 'by a mail to us', now),
  };
}
