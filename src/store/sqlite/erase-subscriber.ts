import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SubscriberRecords } from '../../audience/subscriber-records.ts';
import { erasureHash } from './erasure-hash.ts';
import { explainFailure } from './explain-failure.ts';
import { isBusy } from './is-busy.ts';
import { integerOf } from './read-row.ts';

/**
 * The statements that forget a person (GDPR art. 17). Every table that holds something of them is named here: one that is
 * added and holds an address belongs here, too.
 */
export function prepareErase(
  database: DatabaseSync,
  secret: Uint8Array,
): Pick<SubscriberRecords, 'erase' | 'erasedAt' | 'countErased' | 'inFlight' | 'rewriteFiles'> {
  const hashErased = erasureHash(secret);
  const findErasure = database.prepare('SELECT at FROM erasure WHERE hash = ?');
  const count = database.prepare('SELECT count(*) AS erased FROM erasure');
  const remember = database.prepare('INSERT INTO erasure (hash, at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const listInFlight = database.prepare(
    `SELECT DISTINCT issue_number FROM delivery JOIN mailing ON mailing.id = mailing_id
     WHERE delivery.canonical = ? AND delivery.state IN ('attempting', 'committing')`,
  );
  const findLive = database.prepare('SELECT 1 FROM mailing WHERE lease_until > ? LIMIT 1');
  const forget = prepareForget(database);
  const anonymise = prepareAnonymise(database);

  return {
    erasedAt: (canonical) => {
      const row = findErasure.get(hashErased(canonical));
      return row === undefined ? undefined : integerOf(row, 'at');
    },
    countErased: () => integerOf(count.get() ?? {}, 'erased'),
    inFlight: (canonical) => listInFlight.all(canonical).map((row) => integerOf(row, 'issue_number')),
    erase: (canonical, now) => {
      if (!database.isTransaction) throw new Error('erase must run inside allOrNothing');
      const isNew = Number(remember.run(hashErased(canonical), now).changes) > 0;
      const found = forget(canonical) + anonymise(canonical, now);
      if (found > 0) return 'erased';
      return isNew ? 'not on the list' : 'erased before';
    },
    rewriteFiles: (now) => {
      // It takes seconds for a large list, and whoever sends a mailing would have to wait for it.
      if (findLive.get(now) !== undefined || !isVacuumed(database)) return false;
      const row = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
      return integerOf(row, 'busy') === 0;
    },
  };
}

/** What is a person's own goes; consents, tags, events and sign-ups go with the subscriber. Returns how many rows there were. */
function prepareForget(database: DatabaseSync): (canonical: string) => number {
  const statements = [
    'DELETE FROM subscriber WHERE canonical = ?',
    'DELETE FROM suppression WHERE canonical = ?',
    'DELETE FROM suspect WHERE canonical = ?',
  ].map((sql) => database.prepare(sql));
  return (canonical) =>
    statements.reduce((found, statement) => found + Number(statement.run(canonical).changes), 0);
}

/** The reason of a suppression that stands for somebody who was erased, under a name that is no address. */
export const erasedMark = 'erased';

/** What counts in a mailing stays, and is nobody's any more. Returns how many rows there were. */
function prepareAnonymise(database: DatabaseSync): (canonical: string, now: number) => number {
  const clearAttempts = database.prepare(
    `UPDATE attempt SET text = 'erased', queue_id = NULL
     WHERE delivery_id IN (SELECT id FROM delivery WHERE canonical = ?)`,
  );
  const clearSettlements = database.prepare(
    `UPDATE settlement SET text = 'erased' WHERE delivery_id IN (SELECT id FROM delivery WHERE canonical = ?)`,
  );
  const clearEvents = database.prepare(
    `UPDATE delivery_event SET text = 'erased' WHERE delivery_id IN (SELECT id FROM delivery WHERE canonical = ?)`,
  );
  // Who still waits is not mailed.
  const clearDeliveries = database.prepare(
    `UPDATE delivery SET canonical = :mark, address = 'erased', recipient = :recipient,
       text = iif(text IS NULL AND state NOT IN ('queued', 'deferred'), NULL, 'erased'),
       state = iif(state IN ('queued', 'deferred'), 'skipped', state), due_at = NULL, turn_at = NULL
     WHERE canonical = :canonical`,
  );
  // One more try of what was unknown asks for a suppression by this name before it mails anybody.
  const suppressMark = database.prepare(
    `INSERT INTO suppression (canonical, reason, at) VALUES (?, '${erasedMark}', ?)`,
  );

  return (canonical, now) => {
    const mark = `erased-${randomBytes(16).toString('hex')}`;
    clearAttempts.run(canonical);
    clearSettlements.run(canonical);
    clearEvents.run(canonical);
    const recipient = {
      subscriberId: 0,
      address: 'erased',
      canonical: mark,
      fields: {},
      unsubscribeToken: 'erased',
    };
    const { changes } = clearDeliveries.run({ mark, canonical, recipient: JSON.stringify(recipient) });
    if (Number(changes) > 0) suppressMark.run(mark, now);
    return Number(changes);
  };
}

/**
 * `secure_delete` alone is not enough: it clears what is deleted, and not the copies that were left in pages when their
 * rows were moved to others before.
 */
function isVacuumed(database: DatabaseSync): boolean {
  try {
    database.exec('VACUUM');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw explainFailure(error, database.location());
  }
}
