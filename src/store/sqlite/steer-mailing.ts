import type { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../delivery/ledger.ts';
import { inTransaction } from './in-transaction.ts';
import { isHeld } from './is-held.ts';
import { selectMailing, toMailing } from './read-mailing.ts';

/** The statements by which somebody stops a mailing that another process may be sending. */
export function prepareSteering(
  database: DatabaseSync,
): Pick<Ledger, 'pauseMailing' | 'cancelMailing' | 'findReached'> {
  const readMailing = database.prepare(`${selectMailing} WHERE mailing.id = ?`);
  const pause = database.prepare(
    `UPDATE mailing SET state = 'paused', reason = :reason WHERE id = :mailing AND state IN ('sending', 'waiting')`,
  );
  const cancel = database.prepare(
    `UPDATE mailing SET state = 'cancelled', reason = NULL, finished_at = :now WHERE id = :mailing AND state <> 'cancelled'`,
  );
  const cancelWaiting = database.prepare(
    `UPDATE delivery SET state = 'cancelled', due_at = NULL, turn_at = NULL
     WHERE mailing_id = ? AND state IN ('queued', 'deferred')`,
  );
  const cancelLeft = database.prepare(
    `UPDATE delivery SET state = 'cancelled', worker = NULL, attempt_started_at = NULL
     WHERE mailing_id = ? AND state = 'attempting'`,
  );
  const appendUnknown = database.prepare(
    `INSERT INTO attempt (delivery_id, number, worker, started_at, ended_at, dot_at, state, stage, text)
     SELECT id, attempt, worker, attempt_started_at, :now, dot_at, 'unknown', 'dot', :text
     FROM delivery WHERE mailing_id = :mailing AND state = 'committing'`,
  );
  const leaveUnknown = database.prepare(
    `UPDATE delivery SET state = 'unknown', text = :text, worker = NULL, attempt_started_at = NULL, dot_at = NULL,
       doubt_until = NULL
     WHERE mailing_id = :mailing AND state = 'committing'`,
  );
  const wasSent = database.prepare(
    `SELECT 1 FROM mailing WHERE issue_number = ? AND transport = 'smtp' LIMIT 1`,
  );
  const findReached = database.prepare(
    `SELECT 1 FROM mailing JOIN delivery ON delivery.mailing_id = mailing.id AND delivery.canonical = :canonical
     WHERE issue_number = :issueNumber AND transport = 'smtp'
       AND delivery.state IN ('accepted', 'committing', 'unknown') LIMIT 1`,
  );

  /** What a dead worker had in its hands: nobody else will ever say what became of it. */
  const sweep = (mailing: number, now: number): void => {
    const text = 'cancelled after the message, before the server’s answer';
    cancelLeft.run(mailing);
    appendUnknown.run({ mailing, now, text });
    leaveUnknown.run({ mailing, text });
  };

  return {
    pauseMailing: (mailing, reason) =>
      inTransaction(database, () => pause.run({ mailing: mailing.id, reason }).changes === 1),
    cancelMailing: (mailing, now, isAlive) =>
      inTransaction(database, () => {
        const before = readMailing.get(mailing.id) ?? {};
        cancel.run({ mailing: mailing.id, now });
        cancelWaiting.run(mailing.id);
        // A worker that lives has messages in its hands, and settles them itself.
        if (!isHeld(before, { now, isAlive })) sweep(mailing.id, now);
        return toMailing(readMailing.get(mailing.id) ?? {});
      }),
    findReached: (issueNumber) => {
      if (wasSent.get(issueNumber) === undefined) return undefined;
      return (canonical) => findReached.get({ issueNumber, canonical }) !== undefined;
    },
  };
}
