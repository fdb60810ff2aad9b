import type { DatabaseSync } from 'node:sqlite';
import type {
  AudienceStore,
  DraftShelf,
  KeepResult,
  KeptShelf,
  RefusedDraft,
} from '../../audience/audience-store.ts';
import type { CanonicalAddress } from '../../audience/subscriber.ts';
import { leftByThemselves } from '../../audience/way-back.ts';
import { SqliteShelf, toDraft } from './draft-shelf.ts';
import { erasureHash } from './erasure-hash.ts';
import { fillList, isEmptyList, lastSubscriberId } from './fill-list.ts';
import { keepNewLeavers } from './new-leavers.ts';
import { prepareWalk } from './prepare-walk.ts';
import { integerOf, type Row, textOf } from './read-row.ts';

/** KiB of pages in memory while a shelf is kept: indexes of a million addresses are written all over. */
const roomyCache = 65_536;

/**
 * Keeps a shelf by few statements for all its new people together, and by `keep` for each who is known: a list of a
 * million is hardly slower than reading its file.
 */
export function prepareKeepShelf(
  database: DatabaseSync,
  { secret, keep }: Pick<AudienceStore, 'secret' | 'keep'>,
): Pick<AudienceStore, 'keepShelf'> {
  const hashErased = erasureHash(secret);
  database.function('hash_erased', { deterministic: true }, (canonical) => hashErased(String(canonical)));

  return {
    keepShelf: (shelf, now) => {
      if (!database.isTransaction) throw new Error('keepShelf must run inside allOrNothing');
      const table = tableOf(shelf);
      if (isEmptyList(database)) return { ...nothingKept, added: fillList(database, table, now) };
      return withRoomyCache(database, () => {
        const refused = findRefused(database, table);
        outweighLeaving(database, table, now);
        const known = keepKnown(database, table, (row) => keep(toDraft(row), now));
        return { ...known, added: addNew(database, table, now), refused };
      });
    },
  };
}

const nothingKept: KeptShelf = { added: 0, updated: 0, unchanged: 0, left: 0, refused: [], cameBack: [] };

function tableOf(shelf: DraftShelf): string {
  if (shelf instanceof SqliteShelf) return shelf.table;
  throw new Error('a shelf of another store');
}

/** Who has left, or was erased: no file brings them back. The hash is asked for only when somebody was erased. */
const isFree = `NOT EXISTS (SELECT 1 FROM main.suppression WHERE suppression.canonical = draft.canonical)
  AND NOT (EXISTS (SELECT 1 FROM main.erasure)
    AND EXISTS (SELECT 1 FROM main.erasure WHERE hash = hash_erased(draft.canonical)))`;

const isGoneHere = `EXISTS (SELECT 1 FROM main.subscriber WHERE subscriber.canonical = draft.canonical
  AND subscriber.status NOT IN ('active', 'pending'))`;

function findRefused(database: DatabaseSync, table: string): RefusedDraft[] {
  const rows = database
    .prepare(
      `SELECT line, address, canonical FROM ${table} AS draft WHERE ${isGoneHere} OR NOT (${isFree}) ORDER BY id`,
    )
    .all();
  return rows.map(toRefused);
}

function toRefused(row: Row): RefusedDraft {
  return {
    line: integerOf(row, 'line'),
    address: textOf(row, 'address'),
    canonical: textOf(row, 'canonical') as CanonicalAddress,
  };
}

/**
 * Whoever may have complained elsewhere does not come back by the form, though they had left here by themselves. Why
 * somebody is suppressed here is known better than from a file, which may be our own export.
 */
function outweighLeaving(database: DatabaseSync, table: string, now: number): void {
  database
    .prepare(
      `UPDATE main.suppression SET reason = 'suppressed', at = ?
       WHERE reason = '${leftByThemselves}' AND canonical IN (SELECT canonical FROM ${table} WHERE status = 'suppressed')`,
    )
    .run(now);
}

function keepKnown(
  database: DatabaseSync,
  table: string,
  keepRow: (row: Row) => KeepResult,
): Omit<KeptShelf, 'added' | 'refused'> {
  const walk = prepareWalk(
    database,
    `SELECT draft.* FROM ${table} AS draft JOIN main.subscriber USING (canonical)
     WHERE draft.id > :after AND NOT ${isGoneHere} AND ${isFree} ORDER BY draft.id`,
    { key: 'id', start: 0 },
  );
  const counts = { added: 0, updated: 0, left: 0, unchanged: 0, refused: 0, 'came back': 0 };
  const cameBack: RefusedDraft[] = [];
  for (const row of walk()) {
    const result = keepRow(row);
    counts[result] += 1;
    if (result === 'came back') cameBack.push(toRefused(row));
  }
  const { updated, left, unchanged } = counts;
  return { updated: updated + left, left, unchanged, cameBack };
}

/** Their ids follow those that were ever given, with the gaps of those who were not new. */
function addNew(database: DatabaseSync, table: string, now: number): number {
  const base = lastSubscriberId(database);
  const added = database
    .prepare(
      `INSERT INTO main.subscriber (id, address, canonical, name, first_name, status, fields, joined_at)
       SELECT ? + id, address, canonical, name, first_name, ifnull(status, 'active'), fields, ifnull(joined_at, at)
       FROM ${table} AS draft WHERE ${isFree} ORDER BY id ON CONFLICT (canonical) DO NOTHING`,
    )
    .run(base).changes;
  if (Number(added) === 0) return 0;
  const isNew = `FROM ${table} AS draft JOIN main.subscriber ON subscriber.id = :base + draft.id`;
  database
    .prepare(
      `INSERT INTO main.consent (subscriber_id, source, at, proof, wording, recorded_at)
       SELECT subscriber.id, source, at, proof, wording, :now ${isNew} ORDER BY draft.id`,
    )
    .run({ base, now });
  database
    .prepare(
      `INSERT INTO main.subscriber_tag (subscriber_id, tag)
       SELECT subscriber.id, value ${isNew}, json_each(draft.tags) WHERE draft.tags <> '[]'
       ORDER BY draft.id ON CONFLICT DO NOTHING`,
    )
    .run({ base });
  keepNewLeavers(database, table, { base, now });
  return Number(added);
}

function withRoomyCache<Result>(database: DatabaseSync, work: () => Result): Result {
  const before = integerOf(database.prepare('PRAGMA main.cache_size').get() ?? {}, 'cache_size');
  database.exec(`PRAGMA main.cache_size = -${roomyCache}`);
  try {
    return work();
  } finally {
    database.exec(`PRAGMA main.cache_size = ${before}`);
  }
}
