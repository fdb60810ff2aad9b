import type { DatabaseSync } from 'node:sqlite';
import type { SubscriberRecords } from '../../audience/subscriber-records.ts';
import { prepareEndSubscription } from './end-subscription.ts';
import { prepareErase } from './erase-subscriber.ts';
import { integerOf } from './read-row.ts';
import { prepareStory } from './read-story.ts';
import { prepareTell } from './tell-event.ts';
import { readSecret } from './token-secrets.ts';

/** What `database` knows of single people, and the changes that concern one of them. */
export function createSubscriberRecords(database: DatabaseSync): SubscriberRecords {
  const secret = readSecret(database);
  return { ...prepareStory(database), ...prepareChanges(database), ...prepareErase(database, secret) };
}

function prepareChanges(database: DatabaseSync): Pick<SubscriberRecords, 'unsubscribe' | 'tag'> {
  const find = database.prepare('SELECT id FROM subscriber WHERE canonical = ?');
  const addTag = database.prepare(
    'INSERT INTO subscriber_tag (subscriber_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const removeTag = database.prepare('DELETE FROM subscriber_tag WHERE subscriber_id = ? AND tag = ?');
  const tell = prepareTell(database);

  return {
    unsubscribe: prepareEndSubscription(database),
    tag: (canonical, { add, remove }, now) => {
      const row = find.get(canonical);
      if (row === undefined) return false;
      const id = integerOf(row, 'id');
      const added = add.filter((tag) => Number(addTag.run(id, tag).changes) > 0);
      const removed = remove.filter((tag) => Number(removeTag.run(id, tag).changes) > 0);
      if (added.length > 0) tell(id, now, 'tagged', added.join(', '));
      if (removed.length > 0) tell(id, now, 'untagged', removed.join(', '));
      return added.length + removed.length > 0;
    },
  };
}
