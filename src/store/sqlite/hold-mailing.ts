import type { DatabaseSync } from 'node:sqlite';
import { lateAnswer, lease } from '../../delivery/hold.ts';
import type { Ledger, Resumed } from '../../delivery/ledger.ts';
import type { Mailing, Worker } from '../../delivery/mailing.ts';
import { prepareCopyMark } from './copy-mark.ts';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';
import { isHeld } from './is-held.ts';
import { findHalt, selectMailing, toHolder, toMailing } from './read-mailing.ts';
import { optionalIntegerOf } from './read-row.ts';
import { prepareSuspects } from './suspect-addresses.ts';

/** The statements by which one worker at a time holds a mailing. */
export function prepareHold(
  database: DatabaseSync,
): Pick<Ledger, 'resumeMailing' | 'heartbeat' | 'releaseMailing'> {
  const readMailing = database.prepare(`${selectMailing} WHERE mailing.id = ?`);
  const takeOver = database.prepare(
    `UPDATE mailing SET state = 'sending', reason = NULL, worker_id = :workerId,
       worker_host = :workerHost, worker_pid = :workerPid, worker_started = :workerStarted, worker_copy = :workerCopy,
       held_since = :now, lease_until = :leaseUntil
     WHERE id = :mailing`,
  );
  const doubt = database.prepare(
    // A worker from whom the last one took over may still live, whatever became of the last one.
    `UPDATE delivery SET doubt_until = CASE WHEN :gone AND worker = :last THEN 0 ELSE coalesce(doubt_until, dot_at + ${lateAnswer}) END
     WHERE mailing_id = :mailing AND state = 'committing'`,
  );
  const forgetTurns = database.prepare(
    `UPDATE delivery SET turn_at = NULL
     WHERE mailing_id = ? AND state IN ('queued', 'deferred') AND ready_at > 0
       AND turn_at IS NOT NULL`,
  );
  const queueHeld = database.prepare(
    `UPDATE delivery SET state = 'queued' WHERE mailing_id = ? AND state = 'held'`,
  );
  const mark = prepareCopyMark(database);
  const extendLease = database.prepare(
    `UPDATE mailing SET lease_until = :leaseUntil
     WHERE id = :mailing AND worker_id = :worker AND lease_until IS NOT NULL RETURNING state, reason`,
  );
  const endHold = database.prepare(
    // What somebody cancelled or paused meanwhile stays so, unless there is nothing left to do.
    `UPDATE mailing SET lease_until = NULL,
       reason = CASE WHEN state = 'cancelled' OR (state = 'paused' AND NOT :ended) THEN reason ELSE :reason END,
       finished_at = CASE WHEN state = 'cancelled' THEN finished_at WHEN :ended THEN :now END,
       state = CASE WHEN state = 'cancelled' OR (state = 'paused' AND NOT :ended) THEN state ELSE :state END
     WHERE id = :mailing AND worker_id = :worker AND lease_until IS NOT NULL`,
  );
  const findOpen = database.prepare(
    `SELECT 1 FROM delivery
     WHERE mailing_id = ? AND state IN ('queued', 'deferred', 'attempting', 'committing') LIMIT 1`,
  );
  const { decideByThemselves } = prepareSuspects(database);

  return {
    resumeMailing: (mailing, worker, { now, isAlive, moved }) => {
      const resumed = inTransaction(database, (): Resumed => {
        if (mark.isOlder() && !moved) return { olderCopy: true };
        const before = readMailing.get(mailing.id) ?? {};
        const found = toMailing(before);
        if (found.state === 'finished' || found.state === 'cancelled') return { over: found };
        const last = toHolder(before).heldBy;
        if (last.id !== worker.id && isHeld(before, { now, isAlive })) return toHolder(before);
        if (isElsewhere(last, worker) && !moved) return { movedFrom: last };
        // A worker that let go, or that is known to be dead, hears no late answer.
        const gone = optionalIntegerOf(before, 'lease_until') === undefined || isAlive(last) === false;
        doubt.run({ mailing: mailing.id, last: last.id, gone: gone ? 1 : 0 });
        forgetTurns.run(mailing.id);
        if (found.state === 'paused') queueHeld.run(mailing.id);
        mark.advance();
        takeOver.run({
          mailing: mailing.id,
          workerId: worker.id,
          workerHost: worker.host,
          workerPid: worker.pid,
          workerStarted: worker.started,
          workerCopy: worker.copy,
          now,
          leaseUntil: now + lease,
        });
        return toMailing(readMailing.get(mailing.id) ?? {});
      });
      if ('id' in resumed) mark.leave();
      return resumed;
    },

    heartbeat: (mailing, worker, now) =>
      inTransaction(database, () => {
        const kept = extendLease.get({ mailing: mailing.id, worker: worker.id, leaseUntil: now + lease });
        if (kept === undefined) throw lostHold(mailing);
        return findHalt(kept);
      }),

    releaseMailing: (mailing, worker, state, reason, now) =>
      inTransaction(database, () => {
        const values = { mailing: mailing.id, worker: worker.id, state, reason: reason ?? null, now };
        if (endHold.run({ ...values, ended: state === 'finished' ? 1 : 0 }).changes !== 1)
          throw lostHold(mailing);
        if (state !== 'finished') return;
        if (findOpen.get(mailing.id) !== undefined) {
          throw new Error(`mailing ${mailing.id} cannot be finished: it has open deliveries`);
        }
        decideByThemselves(mailing, now);
      }),
  };
}

function lostHold(mailing: Mailing): HoldLostError {
  return new HoldLostError(`mailing ${mailing.id} is no longer held by this process`);
}

/** Whoever began before copies were told apart counts as being here. */
function isElsewhere(last: Worker, { copy }: Worker): boolean {
  return last.copy !== '' && last.copy !== copy;
}
