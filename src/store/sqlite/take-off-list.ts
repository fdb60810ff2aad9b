import type { DatabaseSync } from 'node:sqlite';
import { wayBackOf } from '../../audience/way-back.ts';
import type { InboxStore } from '../../inbox/inbox-store.ts';
import { prepareEndSubscription } from './end-subscription.ts';
import { integerOf, textOf } from './read-row.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';
import { prepareReturnedSince } from './returned-since.ts';
import { prepareTell } from './tell-event.ts';

/** The statements by which mail takes people off the list. They run in a transaction of their caller. */
export function prepareDepartures(
  database: DatabaseSync,
): Pick<InboxStore, 'findSubscriber' | 'suppress' | 'returnedSince' | 'unsubscribe'> {
  const findByAddress = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const findById = database.prepare(`${selectSubscriber} WHERE subscriber.id = ?`);
  const findReason = database.prepare('SELECT reason FROM suppression WHERE canonical = ?');
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at) VALUES (:canonical, :reason, :now)
     ON CONFLICT (canonical) DO UPDATE SET reason = :reason, at = :now`,
  );
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
      const known = findReason.get(canonical);
      // It takes the place of a reason for which they could come back by the form.
      if (known !== undefined && wayBackOf(textOf(known, 'reason')) === 'anew') return false;
      suppress.run({ canonical, reason, now });
      const row = findId.get(canonical);
      if (row !== undefined) tell(integerOf(row, 'id'), now, 'suppressed', reason);
      return true;
    },
    returnedSince: prepareReturnedSince(database),
    unsubscribe: (canonical, now) => endSubscription(canonical, 'by a mail to us', now),
  };
}
