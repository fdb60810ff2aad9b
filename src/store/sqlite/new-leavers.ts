import type { DatabaseSync } from 'node:sqlite';
import { isLeavingInSql } from './leaving-in-sql.ts';

/**
 * Keeps from being mailed those on a shelf who are new and had left before they came here, and tells it in their stories;
 * in a transaction of its caller.
 *
 * @param base what is added to a row's number for the subscriber's
 */
export function keepNewLeavers(
  database: DatabaseSync,
  table: string,
  { base, now }: { readonly base: number; readonly now: number },
): void {
  const fromNew = `FROM ${table} AS draft WHERE status ${isLeavingInSql}
    AND EXISTS (SELECT 1 FROM main.subscriber WHERE subscriber.id = :base + draft.id) ORDER BY draft.id`;
  const { changes } = database
    .prepare(`INSERT INTO main.suppression (canonical, reason, at) SELECT canonical, status, :now ${fromNew}`)
    .run({ base, now });
  // To look through a million once more for nobody takes a while.
  if (Number(changes) === 0) return;
  database
    .prepare(
      `INSERT INTO main.subscriber_event (subscriber_id, at, kind, text)
       SELECT :base + draft.id, :now, status, ${sinceInSql} || ' (' || source || ')' ${fromNew}`,
    )
    .run({ base, now });
}

const sinceInSql = `ifnull('since ' || substr(left_at, 1, 10), 'before')`;

/** When a file says that somebody left, for their story. */
export function describeSince(leftAt: string | undefined): string {
  return leftAt === undefined ? 'before' : `since ${leftAt.slice(0, 10)}`;
}
