import type { DatabaseSync } from 'node:sqlite';
import type { AudienceStore } from '../../audience/audience-store.ts';
import { SqliteShelf } from './draft-shelf.ts';
import { inTransaction } from './in-transaction.ts';
import { prepareKeepShelf } from './keep-shelf.ts';
import { prepareKeep } from './keep-subscriber.ts';
import { integerOf, textOf } from './read-row.ts';
import { selectSubscriber, standing, toSubscriber } from './read-subscriber.ts';
import { prepareSecrets, readSecret } from './token-secrets.ts';

/** Few at a time: who is forgotten at once costs nothing; of longer pages half outlive a collection, a million times. */
const pageSize = 20;

/** The subscribers of `database`. Every statement is prepared once, here. */
export function createAudienceStore(database: DatabaseSync): AudienceStore {
  const secret = readSecret(database);
  const find = database.prepare(`${selectSubscriber} WHERE canonical = ?`);
  const readTags = database.prepare('SELECT DISTINCT tag FROM subscriber_tag ORDER BY tag');
  const readPage = database.prepare(
    `${selectSubscriber} WHERE subscriber.id > :after AND (:status IS NULL OR ${standing} = :status)
     ORDER BY subscriber.id LIMIT ${pageSize}`,
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
    *list({ status = null } = {}) {
      // By pages: memory stays flat, and whoever reads may write in between.
      for (let page = readPage.all({ after: 0, status }); page.length > 0; ) {
        yield* page.map(toSubscriber);
        page = readPage.all({ after: integerOf(page.at(-1) ?? {}, 'id'), status });
      }
    },
    keep,
    ...prepareKeepShelf(database, { secret, keep }),
    allOrNothing: (work) => inTransaction(database, work),
    setAside: () => new SqliteShelf(database),
  };
}
