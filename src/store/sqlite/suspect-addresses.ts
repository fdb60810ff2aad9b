import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalAddress } from '../../audience/subscriber.ts';
import type { Ledger } from '../../delivery/ledger.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { mostSuspects } from '../../delivery/most-suspects.ts';
import { inTransaction } from './in-transaction.ts';
import { integerOf, textOf } from './read-row.ts';

type Suspects = Pick<Ledger, 'suspects' | 'decideSuspects'> & {
  /**
   * When a mailing has ended: suppresses the suspects, unless there are too many to believe. In a transaction.
   *
   * @returns those who are not mailed any more from now on
   */
  readonly decideByThemselves: (mailing: Mailing, now: number) => readonly CanonicalAddress[];
};

/** The statements about addresses that servers call wrong. */
export function prepareSuspects(database: DatabaseSync): Suspects {
  const list = database.prepare(
    'SELECT canonical FROM suspect WHERE mailing_id = ? AND decision IS NULL ORDER BY canonical',
  );
  // Bounces come for days: those that were believed count on.
  const count = database.prepare(
    `SELECT count(*) AS suspects FROM suspect WHERE mailing_id = ? AND decision IS NOT 'keep'`,
  );
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at)
     SELECT canonical, reason || ': ' || text, :now FROM suspect
     WHERE mailing_id = :mailing AND decision IS NULL
     ON CONFLICT DO NOTHING RETURNING canonical`,
  );
  // Before they are suppressed: whoever was so for another reason is left as they are.
  const tell = database.prepare(
    `INSERT INTO subscriber_event (subscriber_id, at, kind, text)
     SELECT subscriber.id, :now, 'suppressed', reason || ': ' || text
     FROM suspect JOIN subscriber USING (canonical)
     WHERE mailing_id = :mailing AND decision IS NULL
       AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.canonical = subscriber.canonical)`,
  );
  const decide = database.prepare(
    'UPDATE suspect SET decision = :decision WHERE mailing_id = :mailing AND decision IS NULL',
  );

  const suppressAll = (mailing: number, now: number): readonly CanonicalAddress[] => {
    tell.run({ mailing, now });
    return suppress.all({ mailing, now }).map((row) => textOf(row, 'canonical') as CanonicalAddress);
  };

  const decideAll = (mailing: number, decision: 'suppress' | 'keep', now: number): number => {
    if (decision === 'suppress') suppressAll(mailing, now);
    return Number(decide.run({ mailing, decision }).changes);
  };

  return {
    suspects: ({ id }) => list.all(id).map((row) => textOf(row, 'canonical')),
    decideSuspects: ({ id }, decision, now) => inTransaction(database, () => decideAll(id, decision, now)),
    decideByThemselves: ({ id, audience, transport }, now) => {
      if (transport !== 'smtp') return [];
      if (integerOf(count.get(id) ?? {}, 'suspects') > mostSuspects(audience)) return [];
      const suppressed = suppressAll(id, now);
      decide.run({ mailing: id, decision: 'suppress' });
      return suppressed;
    },
  };
}
