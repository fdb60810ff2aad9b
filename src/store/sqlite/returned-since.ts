import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalAddress } from '../../audience/subscriber.ts';

/** Whether somebody confirmed by the form after this moment, in milliseconds since 1970. */
export type ReturnedSince = (canonical: CanonicalAddress, moment: number) => boolean;

export function prepareReturnedSince(database: DatabaseSync): ReturnedSince {
  const find = database.prepare(
    `SELECT 1 FROM sign_up JOIN subscriber ON subscriber.id = subscriber_id
     WHERE canonical = ? AND confirmed_at > ? LIMIT 1`,
  );
  return (canonical, moment) => find.get(canonical, moment) !== undefined;
}
