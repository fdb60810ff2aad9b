import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import type { JoinCommit } from './group-commits.ts';

/** The one statement that must be on disk before a final dot leaves. */
export function prepareDotIntent(database: DatabaseSync, join: JoinCommit): Pick<Ledger, 'intendDot'> {
  // All that may have changed since the claim is asked in the statement that writes: nothing fits between.
  const intend = database.prepare(
    `UPDATE delivery SET state = 'committing', dot_at = :now
     WHERE id = :id AND state = 'attempting' AND worker = :worker AND attempt = :attempt
       AND EXISTS (SELECT 1 FROM mailing
         WHERE mailing.id = delivery.mailing_id AND state = 'sending' AND worker_id = :worker)
       AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.canonical = delivery.canonical)`,
  );
  return {
    intendDot: ({ id, attempt }, worker, now) =>
      join(() => intend.run({ id, attempt, worker: worker.id, now }).changes === 1),
  };
}
