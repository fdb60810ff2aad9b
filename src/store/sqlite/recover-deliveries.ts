import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';
import { claimedColumns, toClaimedDelivery } from './read-claimed-delivery.ts';

/** The statements that pick up what other workers left in flight. */
export function prepareRecover(database: DatabaseSync): Ledger['recover'] {
  const isHeld = database.prepare(
    'SELECT 1 FROM mailing WHERE id = ? AND worker_id = ? AND lease_until IS NOT NULL',
  );
  const appendInterrupted = database.prepare(
    `INSERT INTO attempt (delivery_id, number, worker, started_at, ended_at, state, text)
     SELECT id, attempt, worker, attempt_started_at, :now, 'queued', 'interrupted before the message was complete'
     FROM delivery WHERE mailing_id = :mailing AND state = 'attempting' AND worker <> :worker`,
  );
  const queueAgain = database.prepare(
    `UPDATE delivery SET state = 'queued', worker = NULL, attempt_started_at = NULL
     WHERE mailing_id = :mailing AND state = 'attempting' AND worker <> :worker`,
  );
  const adopt = database.prepare(
    `UPDATE delivery SET worker = :worker, doubt_until = NULL
     WHERE mailing_id = :mailing AND state = 'committing' AND worker <> :worker AND ready_at <= :now
     RETURNING ${claimedColumns}`,
  );
  return (mailing, worker, now) =>
    inTransaction(database, () => {
      // Only who holds the mailing knows that every other worker of its deliveries is gone.
      if (isHeld.get(mailing.id, worker.id) === undefined) {
        throw new HoldLostError(`mailing ${mailing.id} is not held by this process`);
      }
      const others = { mailing: mailing.id, worker: worker.id };
      appendInterrupted.run({ ...others, now });
      queueAgain.run(others);
      return adopt.all({ ...others, now }).map(toClaimedDelivery);
    });
}
