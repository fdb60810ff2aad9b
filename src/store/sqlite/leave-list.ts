import type { DatabaseSync } from 'node:sqlite';
import type { LeavingWay, SignUpStore } from '../../audience/sign-up-store.ts';
import { prepareEndSubscription } from './end-subscription.ts';
import type { JoinCommit } from './group-commits.ts';
import { type Row, textOf } from './read-row.ts';
import { selectSubscriber, toSubscriber } from './read-subscriber.ts';
import { prepareTell } from './tell-event.ts';

const leavingWays: Readonly<Record<LeavingWay, string>> = {
  page: 'by the page behind the link in a mail',
  'one click': 'by the button of a mail program',
};

/** The statements by which somebody leaves, or chooses what they get. */
export function prepareLeave(
  database: DatabaseSync,
  join: JoinCommit,
): Pick<SignUpStore, 'findLeaver' | 'leave' | 'choose'> {
  const find = database.prepare(`${selectSubscriber} WHERE subscriber.id = ?`);
  const endSubscription = prepareEndSubscription(database);
  const tell = prepareTell(database);
  const removeTags = database.prepare(
    `DELETE FROM subscriber_tag WHERE subscriber_id = :id AND tag IN (SELECT value FROM json_each(:topics))
       AND tag NOT IN (SELECT value FROM json_each(:chosen)) RETURNING tag`,
  );
  const addTags = database.prepare(
    `INSERT INTO subscriber_tag (subscriber_id, tag)
     SELECT subscriber.id, value FROM subscriber, json_each(:chosen)
     WHERE subscriber.id = :id AND value IN (SELECT value FROM json_each(:topics)) ON CONFLICT DO NOTHING
     RETURNING tag`,
  );

  const tellTags = (id: number, now: number, kind: string, rows: readonly Row[]): void => {
    const tags = rows.map((row) => textOf(row, 'tag')).sort();
    if (tags.length > 0) tell(id, now, kind, `${tags.join(', ')} (by themselves)`);
  };

  return {
    findLeaver: (subscriberId) => {
      const row = find.get(subscriberId);
      if (row === undefined) return undefined;
      const { address, status, tags } = toSubscriber(row);
      return { address, isOnList: status === 'active' || status === 'pending', tags };
    },
    leave: (id, way, now) =>
      join(() => {
        const row = find.get(id);
        if (row !== undefined) endSubscription(toSubscriber(row).canonical, leavingWays[way], now);
      }),
    choose: (id, { topics, chosen }, now) =>
      join(() => {
        const choice = { id, topics: JSON.stringify(topics), chosen: JSON.stringify(chosen) };
        tellTags(id, now, 'untagged', removeTags.all(choice));
        tellTags(id, now, 'tagged', addTags.all(choice));
      }),
  };
}
