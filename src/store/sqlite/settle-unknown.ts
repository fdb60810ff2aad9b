import type { DatabaseSync } from 'node:sqlite';
import type { Ledger, Settlement } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { inTransaction } from './in-transaction.ts';
import { integerOf, textOf } from './read-row.ts';

/** The statements that list and settle what nobody knows the outcome of. */
export function prepareSettleUnknown(database: DatabaseSync): Pick<Ledger, 'unknowns' | 'settleUnknown'> {
  const list = database.prepare(
    `SELECT address, message_id FROM delivery WHERE mailing_id = ? AND state = 'unknown' ORDER BY id`,
  );
  const reopen = database.prepare(
    `UPDATE mailing SET state = 'waiting', reason = 'somebody is to be sent one more', finished_at = NULL
     WHERE id = ? AND state = 'finished'`,
  );
  const settleOne = prepareSettleOne(database);

  return {
    unknowns: ({ id }) =>
      list.all(id).map((row) => ({ address: textOf(row, 'address'), messageId: textOf(row, 'message_id') })),
    settleUnknown: (mailing, settlements, now) =>
      inTransaction(database, () => {
        const settled = settlements.filter((settlement) => settleOne(mailing, settlement, now));
        if (settled.some(({ as }) => as === 'resend')) reopen.run(mailing.id);
        return settled.length;
      }),
  };
}

/** Settles one delivery, in a transaction of its caller; false when its outcome was known. */
export function prepareSettleOne(
  database: DatabaseSync,
): (mailing: Mailing, settlement: Settlement, now: number) => boolean {
  const move = database.prepare(
    // A mailing that was cancelled sends nothing more: who is to get one more gets it from the next.
    `UPDATE delivery SET text = :text, state = CASE WHEN :state = 'queued' AND EXISTS (SELECT 1 FROM mailing
         WHERE mailing.id = mailing_id AND mailing.state = 'cancelled') THEN 'cancelled' ELSE :state END
     WHERE message_id = :messageId AND mailing_id = :mailing AND state = 'unknown' RETURNING id, attempt`,
  );
  const record = database.prepare(
    `INSERT INTO settlement (delivery_id, number, state, source, text, at)
     VALUES (:id, :number, :state, :source, :text, :now)`,
  );

  return (mailing, settlement, now) => {
    const { messageId, as, source, text } = settlement;
    const state = as === 'resend' ? 'queued' : as;
    const moved = move.get({ mailing: mailing.id, messageId, state, text });
    if (moved === undefined) return false;
    const [id, number] = [integerOf(moved, 'id'), integerOf(moved, 'attempt')];
    record.run({ id, number, state: as, source, text, now });
    return true;
  };
}
