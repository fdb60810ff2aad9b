/**
 * The index of addresses gets a name: the first list of a newsletter is written without it, and has it made at the end,
 * sorted once. An index that belongs to a column cannot be taken off, so the table is made anew.
 */
export const addresses = `
CREATE TABLE subscriber_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  canonical TEXT NOT NULL,
  name TEXT,
  first_name TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'unsubscribed', 'suppressed', 'erased')),
  fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
  joined_at TEXT NOT NULL -- ISO 8601
) STRICT;
INSERT INTO subscriber_anew (id, address, canonical, name, first_name, status, fields, joined_at)
  SELECT id, address, canonical, name, first_name, status, fields, joined_at FROM subscriber ORDER BY id;

-- The highest id that was ever given, though nobody may have it any more.
DELETE FROM sqlite_sequence WHERE name = 'subscriber_anew';
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'subscriber_anew', seq FROM sqlite_sequence WHERE name = 'subscriber';

DROP TABLE subscriber;
ALTER TABLE subscriber_anew RENAME TO subscriber;
CREATE UNIQUE INDEX subscriber_by_address ON subscriber (canonical);

-- They went with the table.
CREATE TRIGGER erased_asks_nothing AFTER UPDATE OF status ON subscriber WHEN new.status = 'erased'
BEGIN DELETE FROM sign_up WHERE subscriber_id = new.id; END;

CREATE TRIGGER active_needs_consent BEFORE UPDATE OF status ON subscriber
WHEN new.status = 'active' AND NOT EXISTS (SELECT 1 FROM consent WHERE subscriber_id = new.id)
BEGIN SELECT RAISE(ABORT, 'nobody is active without a consent'); END;
`;
