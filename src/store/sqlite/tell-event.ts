import type { DatabaseSync } from 'node:sqlite';

/** Adds to a subscriber's story what happened to them; within a transaction of its caller. */
export type TellEvent = (subscriberId: number, at: number, kind: string, text: string) => void;

export function prepareTell(database: DatabaseSync): TellEvent {
  const tell = database.prepare(
    'INSERT INTO subscriber_event (subscriber_id, at, kind, text) VALUES (?, ?, ?, ?)',
  );
  return (subscriberId, at, kind, text) => void tell.run(subscriberId, at, kind, text);
}
