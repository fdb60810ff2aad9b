import type { DatabaseSync } from 'node:sqlite';
import type { SignUpStore } from '../../audience/sign-up-store.ts';
import { leftByThemselves } from './ask-sign-up.ts';
import type { JoinCommit } from './group-commits.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';

/** The statements by which somebody leaves, or chooses what they get. */
export function prepareLeave(
  database: DatabaseSync,
  join: JoinCommit,
): Pick<SignUpStore, 'findLeaver' | 'leave' | 'choose'> {
  const find = database.prepare(`${selectSubscriber} WHERE subscriber.id = ?`);
  // A running mailing looks here before each message, and nowhere else.
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at)
     SELECT canonical, '${leftByThemselves}', :now FROM subscriber
     WHERE id = :id AND status IN ('active', 'pending') ON CONFLICT DO NOTHING`,
  );
  const end = database.prepare(
    `UPDATE subscriber SET status = 'unsubscribed' WHERE id = ? AND status IN ('active', 'pending')`,
  );
  const removeTags = database.prepare(
    'DELETE FROM subscriber_tag WHERE subscriber_id = ? AND tag IN (SELECT value FROM json_each(?))',
  );
  const addTags = database.prepare(
    `INSERT INTO subscriber_tag (subscriber_id, tag)
     SELECT subscriber.id, value FROM subscriber, json_each(:chosen)
     WHERE subscriber.id = :id AND value IN (SELECT value FROM json_each(:topics)) ON CONFLICT DO NOTHING`,
  );

  return {
    findLeaver: (subscriberId) => {
      const row = find.get(subscriberId);
      if (row === undefined) return undefined;
      const { address, status, tags } = toSubscriber(row);
      return { address, isOnList: status === 'active' || status === 'pending', tags };
    },
    leave: (id, now) =>
      join(() => {
        suppress.run({ id, now });
        end.run(id);
      }),
    choose: (id, { topics, chosen }) =>
      join(() => {
        removeTags.run(id, JSON.stringify(topics));
        addTags.run({ id, topics: JSON.stringify(topics), chosen: JSON.stringify(chosen) });
      }),
  };
}
