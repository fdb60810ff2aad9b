import type { DatabaseSync } from 'node:sqlite';
import type { Ledger, Mailing } from '../../delivery/ledger.ts';
import { mostSuspects } from '../../delivery/most-suspects.ts';
import { inTransaction } from './in-transaction.ts';
import { integerOf, textOf } from './read-row.ts';

type Suspects = Pick<Ledger, 'suspects' | 'decideSuspects'> & {
  /** At the end of a mailing: suppresses the suspects, unless there are too many to believe. In a transaction. */
  readonly decideByThemselves: (mailing: Mailing, now: number) => void;
};

/** The statements about addresses that servers call wrong. */
export function prepareSuspects(database: DatabaseSync): Suspects {
  const list = database.prepare(
    'SELECT canonical FROM suspect WHERE mailing_id = ? AND decision IS NULL ORDER BY canonical',
  );
  const count = database.prepare(
    'SELECT count(*) AS suspects FROM suspect WHERE mailing_id = ? AND decision IS NULL',
  );
  const suppress = database.prepare(
    `INSERT INTO suppression (canonical, reason, at)
     SELECT canonical, 'no such address: ' || text, :now FROM suspect
     WHERE mailing_id = :mailing AND decision IS NULL
     ON CONFLICT DO NOTHING`,
  );
  const decide = database.prepare(
    'UPDATE suspect SET decision = :decision WHERE mailing_id = :mailing AND decision IS NULL',
  );

  const decideAll = (mailing: number, decision: 'suppress' | 'keep', now: number): number => {
    if (decision === 'suppress') suppress.run({ mailing, now });
    return Number(decide.run({ mailing, decision }).changes);
  };

  return {
    suspects: ({ id }) => list.all(id).map((row) => textOf(row, 'canonical')),
    decideSuspects: ({ id }, decision, now) => inTransaction(database, () => decideAll(id, decision, now)),
    decideByThemselves: ({ id, audience, transport }, now) => {
      if (transport !== 'smtp') return;
      if (integerOf(count.get(id) ?? {}, 'suspects') <= mostSuspects(audience))
        decideAll(id, 'suppress', now);
    },
  };
}
