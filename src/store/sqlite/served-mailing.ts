import type { DatabaseSync } from 'node:sqlite';
import { textOf } from './read-row.ts';

/** A mailing that `penny serve` is sending, or was sending when it was last stopped. */
export interface ServedMailing {
  readonly id: number;
  /** When it was last known to be sent, in milliseconds since 1970. */
  readonly at: number;
}

const key = 'mailing being served';

export function readServedMailing(database: DatabaseSync): ServedMailing | undefined {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  if (row === undefined) return undefined;
  const served: ServedMailing = JSON.parse(textOf(row, 'value'));
  return served;
}

/** Keeps which one it is, so that a service that starts again goes on with it; undefined when there is none. */
export function keepServedMailing(database: DatabaseSync, served: ServedMailing | undefined): void {
  if (served === undefined) database.prepare('DELETE FROM meta WHERE key = ?').run(key);
  else
    database
      .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(key, JSON.stringify(served));
}
