import { DatabaseSync } from 'node:sqlite';
import type { DraftShelf } from '../../audience/audience-store.ts';
import type { SubscriberDraft } from '../../audience/subscriber.ts';
import { integerOf, textOf } from './read-row.ts';

/** A shelf in a database of its own, in a file without a name that only this process has and that goes with it. */
export function createDraftShelf(): DraftShelf {
  const database = new DatabaseSync('');
  // Nothing on it outlives the process, so it need never wait for the disk.
  database.exec(`
    PRAGMA synchronous = OFF;
    PRAGMA journal_mode = OFF;
    CREATE TABLE shelf (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, canonical TEXT NOT NULL, draft TEXT NOT NULL) STRICT;
    CREATE INDEX shelf_by_address ON shelf (canonical);
  `);
  const add = database.prepare('INSERT INTO shelf (line, canonical, draft) VALUES (?, ?, ?)');
  const findLine = database.prepare('SELECT line FROM shelf WHERE canonical = ? ORDER BY id LIMIT 1');
  return {
    add: ({ line, draft }) => void add.run(line, draft.canonical, JSON.stringify(draft)),
    lineOf: (canonical) => {
      const row = findLine.get(canonical);
      return row === undefined ? undefined : integerOf(row, 'line');
    },
    *drafts() {
      for (const row of database.prepare('SELECT line, draft FROM shelf ORDER BY id').iterate()) {
        const draft: SubscriberDraft = JSON.parse(textOf(row, 'draft'));
        yield { line: integerOf(row, 'line'), draft };
      }
    },
    close: () => database.close(),
  };
}
