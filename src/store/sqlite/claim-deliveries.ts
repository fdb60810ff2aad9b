import type { DatabaseSync } from 'node:sqlite';
import type { ClaimedDelivery, ClaimRequest, Ledger } from '../../delivery/ledger.ts';
import type { JoinCommit } from './group-commits.ts';
import { claimedColumns, toClaimedDelivery } from './read-claimed-delivery.ts';
import { findHalt } from './read-mailing.ts';
import { integerOf, optionalTextOf, type Row, textOf } from './read-row.ts';

/** Deliveries that are given a later turn in one transaction, at most: others wait for its end. */
const mostTurns = 1_000;

/** The statements that take due deliveries into one worker's hands. */
export function prepareClaim(
  database: DatabaseSync,
  join: JoinCommit,
): Pick<Ledger, 'claim' | 'forgetTurns'> {
  const readHold = database.prepare(
    `SELECT state, reason, worker_id = :worker AND lease_until IS NOT NULL AS ours FROM mailing WHERE id = :mailing`,
  );
  // Deferred ones go first: their server told them when to come back. Each half reads one range of the index.
  const findDue = database.prepare(
    `SELECT due.id, due.canonical, due.turn_at IS NOT NULL AS has_turn, suppression.reason
     FROM (
       SELECT * FROM (SELECT id, canonical, state, turn_at FROM delivery
         WHERE mailing_id = :mailing AND state = 'deferred' AND ready_at <= :now ORDER BY ready_at, id LIMIT :count)
       UNION ALL
       SELECT * FROM (SELECT id, canonical, state, turn_at FROM delivery
         WHERE mailing_id = :mailing AND state = 'queued' AND ready_at <= :now ORDER BY ready_at, id LIMIT :count)
     ) AS due LEFT JOIN suppression USING (canonical) LIMIT :count`,
  );
  const skip = database.prepare(
    `UPDATE delivery SET state = 'skipped', due_at = NULL, turn_at = NULL, text = 'suppressed: ' || :reason
     WHERE id = :id`,
  );
  const giveTurn = database.prepare(
    `UPDATE delivery SET turn_at = :turn, due_at = CASE WHEN state = 'deferred' THEN :turn END WHERE id = :id`,
  );
  const take = database.prepare(
    `UPDATE delivery SET state = 'attempting', worker = :worker, attempt = attempt + 1,
       attempt_started_at = :now, due_at = NULL, turn_at = NULL
     WHERE id = :id RETURNING ${claimedColumns}`,
  );
  const forget = database.prepare(
    `UPDATE delivery SET turn_at = NULL
     WHERE mailing_id = :mailing AND state IN ('queued', 'deferred') AND ready_at > 0
       AND turn_at IS NOT NULL
       AND substr(canonical, instr(canonical, '@') + 1) = :domain`,
  );

  const claim = (
    mailing: number,
    worker: string,
    { count, now, turnOf }: ClaimRequest,
  ): ClaimedDelivery[] => {
    const claimed: ClaimedDelivery[] = [];
    for (let turns = 0; claimed.length < count && turns < mostTurns; ) {
      const due = findDue.all({ mailing, now, count: count - claimed.length });
      if (due.length === 0) break;
      for (const row of due) {
        const id = integerOf(row, 'id');
        const reason = optionalTextOf(row, 'reason');
        const turn = reason !== undefined || integerOf(row, 'has_turn') === 1 ? now : turnOf(domainOf(row));
        if (reason !== undefined) skip.run({ id, reason });
        else if (turn > now) giveTurn.run({ id, turn });
        else claimed.push(toClaimedDelivery(take.get({ id, worker, now }) ?? {}));
        if (turn > now) turns += 1;
      }
    }
    return claimed;
  };

  return {
    claim: (mailing, worker, request) =>
      join(() => {
        const hold = readHold.get({ mailing: mailing.id, worker: worker.id }) ?? {};
        const halt = findHalt(hold);
        if (halt !== undefined) return halt;
        const ours = hold['ours'] === 1 && hold['state'] === 'sending';
        return ours ? claim(mailing.id, worker.id, request) : { halted: 'lost' };
      }),
    forgetTurns: (mailing, domain) => void forget.run({ mailing: mailing.id, domain }),
  };
}

function domainOf(row: Row): string {
  return textOf(row, 'canonical').split('@').at(-1) ?? '';
}
