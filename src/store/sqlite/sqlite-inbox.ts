import type { DatabaseSync } from 'node:sqlite';
import type { InboxStore } from '../../inbox/inbox-store.ts';
import { inTransaction } from './in-transaction.ts';
import { prepareEvents } from './keep-events.ts';
import { prepareDepartures } from './take-off-list.ts';
import { prepareSecrets, readSecret } from './token-secrets.ts';

/** What `database` knows of mail that comes back. Every statement is prepared once, here. */
export function createInboxStore(database: DatabaseSync): InboxStore {
  const secret = readSecret(database);
  const readSecrets = prepareSecrets(database);
  return {
    secret,
    get tokenSecrets() {
      return readSecrets();
    },
    allOrNothing: (work) => inTransaction(database, work),
    ...prepareEvents(database),
    ...prepareDepartures(database),
  };
}
