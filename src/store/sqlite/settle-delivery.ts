import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';

/** The statements that write down how an attempt ended. */
export function prepareSettle(database: DatabaseSync): Pick<Ledger, 'settle'> {
  const append = database.prepare(
    `INSERT INTO attempt (delivery_id, number, worker, started_at, ended_at, dot_at, state, stage, code, enhanced,
       text, queue_id)
     SELECT id, attempt, worker, attempt_started_at, :now, dot_at, :state, :stage, :code, :enhanced, :text, :queueId
     FROM delivery
     WHERE id = :id AND worker = :worker AND attempt = :attempt AND state IN ('attempting', 'committing')`,
  );
  const move = database.prepare(
    `UPDATE delivery SET state = :state, text = :text, due_at = :dueAt,
       worker = NULL, attempt_started_at = NULL, dot_at = NULL
     WHERE id = :id`,
  );
  return {
    settle: ({ id, attempt }, worker, outcome, now) =>
      inTransaction(database, () => {
        const { state, stage, text } = outcome;
        const appended = append.run({
          id,
          attempt,
          worker: worker.id,
          now,
          state,
          stage,
          text,
          code: outcome.code ?? null,
          enhanced: outcome.enhanced ?? null,
          queueId: outcome.queueId ?? null,
        });
        if (appended.changes !== 1) {
          throw new HoldLostError(`attempt ${attempt} of delivery ${id} is no longer held by this process`);
        }
        move.run({ id, state, text, dueAt: outcome.dueAt ?? null });
      }),
  };
}
