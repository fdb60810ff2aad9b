import type { DatabaseSync } from 'node:sqlite';
import type { DraftShelf, ShelvedDraft, TwiceShelved } from '../../audience/audience-store.ts';
import type {
  CanonicalAddress,
  DraftStatus,
  EmailAddress,
  SubscriberDraft,
} from '../../audience/subscriber.ts';
import { isLeavingInSql } from './leaving-in-sql.ts';
import { prepareWalk } from './prepare-walk.ts';
import { integerOf, optionalTextOf, type Row, textOf, wordOf } from './read-row.ts';
import { SeenBefore } from './seen-before.ts';

/** So many shelves were made for this process. */
let count = 0;

/** A shelf in a database of its own, in a file without a name that only this process has and that goes with it. */
export class SqliteShelf implements DraftShelf {
  /** The name of its table, for statements that move what is on it. */
  readonly table: string;
  readonly #database: DatabaseSync;
  readonly #add: (drafts: readonly ShelvedDraft[]) => void;
  readonly #schema: string;
  readonly #seen = new SeenBefore();
  #mayHoldTwice = false;

  constructor(database: DatabaseSync) {
    count += 1;
    this.#database = database;
    this.#schema = `shelf_${count}`;
    this.table = `${this.#schema}.draft`;
    // Nothing on it outlives the process, so it need never wait for the disk. It is read from one end to the other.
    database.exec(`
      ATTACH DATABASE '' AS ${this.#schema};
      PRAGMA ${this.#schema}.page_size = 16384;
      PRAGMA ${this.#schema}.synchronous = OFF;
      PRAGMA ${this.#schema}.journal_mode = OFF;
      PRAGMA ${this.#schema}.cache_size = -32768;
      CREATE TABLE ${this.table} (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, canonical TEXT NOT NULL,
        address TEXT NOT NULL, name TEXT, first_name TEXT, status TEXT, tags TEXT NOT NULL, fields TEXT NOT NULL,
        source TEXT NOT NULL, at TEXT NOT NULL, proof TEXT, wording TEXT, joined_at TEXT, left_at TEXT) STRICT;
    `);
    this.#add = prepareAdd(database, this.table);
  }

  addAll(drafts: readonly ShelvedDraft[]): void {
    for (const { draft } of drafts) if (this.#seen.mayHold(draft.canonical)) this.#mayHoldTwice = true;
    this.#database.exec('SAVEPOINT shelving');
    try {
      this.#add(drafts);
    } finally {
      this.#database.exec('RELEASE shelving');
    }
  }

  /** An index that is made at the end is sorted once; one that grows with a long list is written all over. */
  leaveOneEach(): readonly TwiceShelved[] {
    if (!this.#mayHoldTwice) return [];
    const { table } = this;
    const twice = `${this.#schema}.twice`;
    this.#database.exec(`
      CREATE INDEX ${this.#schema}.draft_by_address ON draft (canonical);
      CREATE TABLE ${twice} AS SELECT canonical, min(id) AS first FROM ${table} GROUP BY canonical HAVING count(*) > 1;
    `);
    const gone = this.#database
      .prepare(
        `SELECT draft.id, draft.line, draft.address, stays.line AS first_line,
           ifnull(draft.status ${isLeavingInSql}, 0) AND ifnull(stays.status, 'active') NOT ${isLeavingInSql} AS leaves
         FROM ${twice} JOIN ${table} AS draft USING (canonical) JOIN ${table} AS stays ON stays.id = first
         WHERE draft.id <> first ORDER BY draft.id`,
      )
      .all();
    // In whatever order the rows stand, the same counts: what bars most, and of two moments the later one. A row without
    // one may be the latest.
    this.#database.exec(`
      UPDATE ${table} AS stays SET status = leaver.status, left_at = leaver.left_at
      FROM (SELECT first, iif(max(status = 'suppressed'), 'suppressed', 'unsubscribed') AS status,
          iif(count(*) = count(left_at), max(left_at), NULL) AS left_at
        FROM ${twice} JOIN ${table} USING (canonical) WHERE status ${isLeavingInSql} GROUP BY first) AS leaver
      WHERE stays.id = leaver.first;
    `);
    const remove = this.#database.prepare(`DELETE FROM ${table} WHERE id = ?`);
    for (const row of gone) remove.run(integerOf(row, 'id'));
    return gone.map((row) => ({
      line: integerOf(row, 'line'),
      address: textOf(row, 'address'),
      firstLine: integerOf(row, 'first_line'),
      leaves: integerOf(row, 'leaves') === 1,
    }));
  }

  people(): Iterable<Pick<SubscriberDraft, 'address' | 'canonical'>> {
    const select = `SELECT id, address, canonical FROM ${this.table} WHERE id > :after ORDER BY id`;
    return prepareWalk(this.#database, select, { key: 'id', start: 0 })().map(toPerson);
  }

  close(): void {
    this.#database.exec(`DETACH DATABASE ${this.#schema}`);
  }
}

function prepareAdd(database: DatabaseSync, table: string): (drafts: readonly ShelvedDraft[]) => void {
  const usual = 'line, canonical, address, name, first_name, status, tags, fields, source, at';
  const add = database.prepare(`INSERT INTO ${table} (${usual}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addRare = database.prepare(
    `INSERT INTO ${table} (${usual}, proof, wording, joined_at, left_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tagsText = rememberTags();
  return (drafts) => {
    for (const { line, draft } of drafts) {
      const { canonical, address, name = null, firstName = null, status = null, consent } = draft;
      const { joinedAt = null, leftAt = null } = draft;
      const { source, at, proof = null, wording = null } = consent;
      const tags = tagsText(draft.tags);
      const fields = JSON.stringify(draft.fields);
      // Every value that is handed over costs, and a million people have none of these.
      if (proof === null && wording === null && joinedAt === null && leftAt === null)
        add.run(line, canonical, address, name, firstName, status, tags, fields, source, at);
      else {
        const rare = [proof, wording, joinedAt, leftAt];
        addRare.run(line, canonical, address, name, firstName, status, tags, fields, source, at, ...rare);
      }
    }
  };
}

/** Tags as JSON; those of the draft before are at hand, since most have the same. */
function rememberTags(): (tags: readonly string[]) => string {
  let last: readonly string[] = [];
  let text = '[]';
  return (tags) => {
    if (tags !== last) text = JSON.stringify(tags);
    last = tags;
    return text;
  };
}

function toPerson(row: Row): Pick<SubscriberDraft, 'address' | 'canonical'> {
  return {
    address: textOf(row, 'address') as EmailAddress,
    canonical: textOf(row, 'canonical') as CanonicalAddress,
  };
}

const draftStatuses: readonly DraftStatus[] = ['pending', 'active', 'unsubscribed', 'suppressed'];

/** A row of a shelf as the draft that was put on it. */
export function toDraft(row: Row): SubscriberDraft {
  const optional = (column: string): string | undefined => optionalTextOf(row, column);
  const [name, firstName] = [optional('name'), optional('first_name')];
  const [proof, wording] = [optional('proof'), optional('wording')];
  const [joinedAt, leftAt] = [optional('joined_at'), optional('left_at')];
  const tags: readonly string[] = JSON.parse(textOf(row, 'tags'));
  const fields: Readonly<Record<string, string>> = JSON.parse(textOf(row, 'fields'));
  return {
    ...toPerson(row),
    ...(name === undefined ? {} : { name }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(row['status'] === null ? {} : { status: wordOf(row, 'status', draftStatuses) }),
    tags,
    fields,
    consent: {
      source: textOf(row, 'source'),
      at: textOf(row, 'at'),
      ...(proof === undefined ? {} : { proof }),
      ...(wording === undefined ? {} : { wording }),
    },
    ...(joinedAt === undefined ? {} : { joinedAt }),
    ...(leftAt === undefined ? {} : { leftAt }),
  };
}
