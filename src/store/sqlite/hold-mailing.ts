import type { DatabaseSync } from 'node:sqlite';
import { lease } from '../../delivery/hold.ts';
import type { Ledger, Mailing, Worker } from '../../delivery/ledger.ts';
import { HoldLostError } from './hold-lost-error.ts';
import { inTransaction } from './in-transaction.ts';
import { selectMailing, toHolder, toMailing } from './read-mailing.ts';
import { optionalIntegerOf, type Row, textOf } from './read-row.ts';

/** The statements by which one worker at a time holds a mailing. */
export function prepareHold(
  database: DatabaseSync,
): Pick<Ledger, 'resumeMailing' | 'heartbeat' | 'releaseMailing'> {
  const readMailing = database.prepare(`${selectMailing} WHERE mailing.id = ?`);
  const takeOver = database.prepare(
    `UPDATE mailing SET state = 'sending', reason = NULL, worker_id = :workerId,
       worker_host = :workerHost, worker_pid = :workerPid, worker_started = :workerStarted,
       held_since = :now, lease_until = :leaseUntil
     WHERE id = :mailing`,
  );
  const extendLease = database.prepare(
    `UPDATE mailing SET lease_until = :leaseUntil
     WHERE id = :mailing AND worker_id = :worker AND lease_until IS NOT NULL`,
  );
  const endHold = database.prepare(
    // What somebody cancelled meanwhile stays cancelled.
    `UPDATE mailing SET lease_until = NULL,
       reason = CASE state WHEN 'cancelled' THEN reason ELSE :reason END,
       finished_at = CASE WHEN state = 'cancelled' THEN finished_at WHEN :ended THEN :now END,
       state = CASE state WHEN 'cancelled' THEN state ELSE :state END
     WHERE id = :mailing AND worker_id = :worker AND lease_until IS NOT NULL`,
  );
  const cancelWaiting = database.prepare(
    `UPDATE delivery SET state = 'cancelled', due_at = NULL
     WHERE mailing_id = ? AND state IN ('queued', 'deferred')`,
  );
  const findOpen = database.prepare(
    `SELECT 1 FROM delivery
     WHERE mailing_id = ? AND state IN ('queued', 'deferred', 'attempting', 'committing') LIMIT 1`,
  );

  const requireHeld = (changes: number | bigint, mailing: Mailing): void => {
    if (changes !== 1) throw new HoldLostError(`mailing ${mailing.id} is no longer held by this process`);
  };

  return {
    resumeMailing: (mailing, worker, now, isAlive) =>
      inTransaction(database, () => {
        const before = readMailing.get(mailing.id) ?? {};
        const found = toMailing(before);
        if (found.state === 'finished' || found.state === 'cancelled') return { over: found };
        if (isHeldByAnother(before, { worker, now, isAlive })) return toHolder(before);
        takeOver.run({
          mailing: mailing.id,
          workerId: worker.id,
          workerHost: worker.host,
          workerPid: worker.pid,
          workerStarted: worker.started,
          now,
          leaseUntil: now + lease,
        });
        return toMailing(readMailing.get(mailing.id) ?? {});
      }),

    heartbeat: (mailing, worker, now) =>
      inTransaction(database, () => {
        const leaseUntil = now + lease;
        requireHeld(extendLease.run({ mailing: mailing.id, worker: worker.id, leaseUntil }).changes, mailing);
      }),

    releaseMailing: (mailing, worker, state, reason, now) =>
      inTransaction(database, () => {
        const ended = state === 'finished' || state === 'cancelled';
        const values = { mailing: mailing.id, worker: worker.id, state, reason: reason ?? null, now };
        requireHeld(endHold.run({ ...values, ended: ended ? 1 : 0 }).changes, mailing);
        if (state === 'cancelled') cancelWaiting.run(mailing.id);
        if (state === 'finished' && findOpen.get(mailing.id) !== undefined) {
          throw new Error(`mailing ${mailing.id} cannot be finished: it has open deliveries`);
        }
      }),
  };
}

interface Claimant {
  readonly worker: Worker;
  readonly now: number;
  readonly isAlive: (worker: Worker) => boolean;
}

/** A lease protects its holder unless it ran out, is our own, or belongs to a process of this machine that is dead. */
function isHeldByAnother(row: Row, { worker, now, isAlive }: Claimant): boolean {
  const leaseUntil = optionalIntegerOf(row, 'lease_until');
  if (leaseUntil === undefined || leaseUntil <= now || textOf(row, 'worker_id') === worker.id) return false;
  const { heldBy } = toHolder(row);
  return heldBy.host !== worker.host || isAlive(heldBy);
}
