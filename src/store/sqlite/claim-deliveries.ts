import type { DatabaseSync } from 'node:sqlite';
import type { ClaimedDelivery, Ledger } from '../../delivery/ledger.ts';
import { inTransaction } from './in-transaction.ts';
import { claimedColumns, toClaimedDelivery } from './read-claimed-delivery.ts';
import { integerOf, optionalTextOf } from './read-row.ts';

/** The statements that take due deliveries into one worker's hands. */
export function prepareClaim(database: DatabaseSync): Pick<Ledger, 'claim'> {
  const isHeld = database.prepare(
    `SELECT 1 FROM mailing WHERE id = ? AND state = 'sending' AND worker_id = ? AND lease_until IS NOT NULL`,
  );
  // Deferred ones go first: their server told them when to come back. Each half reads one range of the index.
  const findDue = database.prepare(
    `SELECT due.id, suppression.reason FROM (
       SELECT * FROM (SELECT id, canonical FROM delivery
         WHERE mailing_id = :mailing AND state = 'deferred' AND due_at <= :now ORDER BY due_at, id LIMIT :count)
       UNION ALL
       SELECT * FROM (SELECT id, canonical FROM delivery
         WHERE mailing_id = :mailing AND state = 'queued' ORDER BY due_at, id LIMIT :count)
     ) AS due LEFT JOIN suppression USING (canonical) LIMIT :count`,
  );
  const skip = database.prepare(
    `UPDATE delivery SET state = 'skipped', due_at = NULL, text = 'suppressed: ' || :reason WHERE id = :id`,
  );
  const take = database.prepare(
    `UPDATE delivery SET state = 'attempting', worker = :worker, attempt = attempt + 1,
       attempt_started_at = :now, due_at = NULL
     WHERE id = :id RETURNING ${claimedColumns}`,
  );

  return {
    claim: (mailing, worker, count, now) =>
      inTransaction(database, () => {
        const claimed: ClaimedDelivery[] = [];
        if (isHeld.get(mailing.id, worker.id) === undefined) return claimed;
        while (claimed.length < count) {
          const due = findDue.all({ mailing: mailing.id, now, count: count - claimed.length });
          if (due.length === 0) break;
          for (const row of due) {
            const id = integerOf(row, 'id');
            const reason = optionalTextOf(row, 'reason');
            if (reason !== undefined) skip.run({ id, reason });
            else claimed.push(toClaimedDelivery(take.get({ id, worker: worker.id, now }) ?? {}));
          }
        }
        return claimed;
      }),
  };
}
