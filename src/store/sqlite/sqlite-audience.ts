import type { DatabaseSync } from 'node:sqlite';
import type { AudienceStore } from '../../audience/audience-store.ts';
import { type CanonicalAddress, leavingStatuses } from '../../audience/subscriber.ts';
import { SqliteShelf } from './draft-shelf.ts';
import { erasedMark } from './erase-subscriber.ts';
import { inOneGo } from './in-one-go.ts';
import { inOneView } from './in-one-view.ts';
import { inTransaction } from './in-transaction.ts';
import { prepareKeepShelf } from './keep-shelf.ts';
import { prepareKeep } from './keep-subscriber.ts';
import { prepareWalk } from './prepare-walk.ts';
import { textOf, wordOf } from './read-row.ts';
import { selectSubscriber, standing, standingByReason, toSubscriber } from './read-subscriber.ts';
import { prepareSecrets, readSecret } from './token-secrets.ts';

/** The subscribers of `database`. Every statement is prepared once, here. */
export function createAudienceStore(database: DatabaseSync): AudienceStore {
  const secret = readSecret(database);
  const find = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const readTags = database.prepare('SELECT DISTINCT tag FROM subscriber_tag ORDER BY tag');
  const readFields = database.prepare(
    'SELECT DISTINCT key AS field FROM subscriber, json_each(subscriber.fields) ORDER BY key',
  );
  const walk = prepareWalk(
    database,
    `${selectSubscriber} WHERE subscriber.id > :after AND (:status IS NULL OR ${standing} = :status)
     ORDER BY subscriber.id`,
    { key: 'id', start: 0 },
  );
  const walkBarred = prepareWalk(
    database,
    `SELECT canonical, ${standingByReason} AS status FROM suppression
     WHERE canonical > :after AND reason <> '${erasedMark}' AND NOT EXISTS (
       SELECT 1 FROM subscriber WHERE subscriber.canonical = suppression.canonical)
     ORDER BY canonical`,
    { key: 'canonical', start: '' },
  );
  const { keep } = prepareKeep(database, secret);
  return {
    secret,
    tokenSecret: prepareSecrets(database)()[0] ?? secret,
    find: (canonical) => {
      const row = find.get(canonical);
      return row === undefined ? undefined : toSubscriber(row);
    },
    tags: () => readTags.all().map((row) => textOf(row, 'tag')),
    fields: () => readFields.all().map((row) => textOf(row, 'field')),
    list: ({ status = null } = {}) => walk({ status }).map(toSubscriber),
    barred: () =>
      walkBarred().map((row) => ({
        canonical: textOf(row, 'canonical') as CanonicalAddress,
        status: wordOf(row, 'status', leavingStatuses),
      })),
    keep,
    ...prepareKeepShelf(database, { secret, keep }),
    allOrNothing: (work) => inTransaction(database, work),
    inOneGo: (work) => inOneGo(database, work),
    inOneView: (work) => inOneView(database, work),
    setAside: () => new SqliteShelf(database),
  };
}
