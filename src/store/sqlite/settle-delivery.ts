import type { DatabaseSync } from 'node:sqlite';
import type { AttemptOutcome, DeliveryState } from '../../delivery/ledger.ts';
import { HoldLostError } from './hold-lost-error.ts';

/** An attempt that ended, as it is written down. */
export interface EndedAttempt {
  /** Of the delivery. */
  readonly id: number;
  readonly attempt: number;
  /** Who made it. */
  readonly worker: string;
  readonly outcome: AttemptOutcome;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
}

/**
 * The statements that write down how an attempt ended. What is returned runs in a transaction of its caller.
 *
 * It throws a HoldLostError, and has written nothing, when the attempt is not this worker's any more.
 */
export function prepareSettle(database: DatabaseSync): (ended: EndedAttempt) => DeliveryState {
  const append = database.prepare(
    `INSERT INTO attempt (delivery_id, number, worker, started_at, ended_at, dot_at, state, stage, code, enhanced,
       text, queue_id)
     SELECT id, attempt, worker, attempt_started_at, :endedAt, dot_at, :state, :stage, :code, :enhanced, :text, :queueId
     FROM delivery
     WHERE id = :id AND worker = :worker AND attempt = :attempt AND state IN ('attempting', 'committing')`,
  );
  const move = database.prepare(
    `UPDATE delivery SET text = :text, worker = NULL, attempt_started_at = NULL, dot_at = NULL, doubt_until = NULL,
       state = :state, due_at = :dueAt
     WHERE id = :id`,
  );
  const isCancelled = database.prepare(
    `SELECT 1 FROM delivery JOIN mailing ON mailing.id = mailing_id WHERE delivery.id = ? AND mailing.state = 'cancelled'`,
  );
  const suspect = database.prepare(
    `INSERT INTO suspect (mailing_id, canonical, text) SELECT mailing_id, canonical, :text FROM delivery WHERE id = :id
     ON CONFLICT DO NOTHING`,
  );
  const hasSettlement = database.prepare('SELECT 1 FROM settlement WHERE delivery_id = ?');
  const addSettlement = database.prepare(
    `INSERT INTO settlement (delivery_id, number, state, source, text, at)
     VALUES (:id, :number, :state, :source, :text, :at)`,
  );
  const acceptLate = database.prepare(
    `UPDATE delivery SET state = 'accepted', text = :text
     WHERE id = :id AND attempt = :attempt AND state = 'unknown' RETURNING state`,
  );

  const settleLate = ({ id, attempt, outcome, endedAt }: EndedAttempt): DeliveryState => {
    const { state, text } = outcome;
    const late = state === 'accepted' ? acceptLate.get({ id, attempt, text }) : undefined;
    if (late === undefined)
      throw new HoldLostError(`attempt ${attempt} of delivery ${id} is no longer held by this process`);
    addSettlement.run({ id, number: attempt, state: 'accepted', source: 'late', text, at: endedAt });
    return 'accepted';
  };

  /** Where the delivery goes: what waits in a cancelled mailing is cancelled; the unknown is sent again, once. */
  const destinationOf = ({ id, attempt, outcome, endedAt }: EndedAttempt): DeliveryState => {
    const { state, text } = outcome;
    const goesOn = state === 'queued' || state === 'deferred' || outcome.resend === true;
    if (goesOn && isCancelled.get(id) !== undefined) return state === 'unknown' ? 'unknown' : 'cancelled';
    if (state !== 'unknown' || outcome.resend !== true || hasSettlement.get(id) !== undefined) return state;
    addSettlement.run({ id, number: attempt, state: 'resend', source: 'policy', text, at: endedAt });
    return 'queued';
  };

  return (ended) => {
    const { id, attempt, worker, outcome, endedAt } = ended;
    const { state, stage, text, badAddress } = outcome;
    const { code = null, enhanced = null, queueId = null } = outcome;
    const entry = { id, attempt, worker, endedAt, state, stage, text, code, enhanced, queueId };
    if (append.run(entry).changes !== 1) return settleLate(ended);
    if (badAddress === true) suspect.run({ id, text });
    const destination = destinationOf(ended);
    const dueAt = destination === 'deferred' ? (outcome.dueAt ?? endedAt) : null;
    move.run({ id, state: destination, text, dueAt });
    return destination;
  };
}
