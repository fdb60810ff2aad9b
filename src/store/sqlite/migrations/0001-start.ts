/** Subscribers and the delivery ledger. Moments are milliseconds since 1970 in UTC, unless they are said to be text. */
export const start = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- The secret signs unsubscribe tokens and hides erased addresses: with another one every link that was mailed dies.
INSERT INTO meta (key, value) VALUES ('secret', secure_random(32)), ('instance', lower(hex(secure_random(16))));

-- AUTOINCREMENT: the id stands in tokens that were mailed, and must never name another person.
CREATE TABLE subscriber (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  canonical TEXT NOT NULL UNIQUE,
  name TEXT,
  first_name TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'unsubscribed', 'suppressed', 'erased')),
  fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
  joined_at TEXT NOT NULL -- ISO 8601
) STRICT;

CREATE TABLE subscriber_tag (
  subscriber_id INTEGER NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (subscriber_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  subscriber_id INTEGER NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  source TEXT NOT NULL,
  at TEXT NOT NULL, -- ISO 8601
  proof TEXT
) STRICT;
CREATE INDEX consent_by_subscriber ON consent (subscriber_id);

-- Proof that can be changed afterwards proves nothing. Deleting stays possible: a person may be forgotten.
CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'consent is append-only'); END;

-- The one truth about who must not be mailed. It has no subscriber: an address that never joined can stand here, too.
CREATE TABLE suppression (
  canonical TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A keyed hash of the canonical address: recognises who asked to be forgotten without remembering them.
CREATE TABLE erasure (
  hash BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- SHA-256 of the content, in hexadecimal
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

-- One worker at a time holds a mailing, and with it all its deliveries in flight. Without a lease nobody holds it,
-- and the worker is the last one who did.
CREATE TABLE mailing (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  issue_number INTEGER NOT NULL,
  slug TEXT NOT NULL,
  transport TEXT NOT NULL CHECK (transport IN ('smtp', 'outbox')),
  state TEXT NOT NULL CHECK (state IN ('sending', 'paused', 'waiting', 'finished', 'cancelled')),
  reason TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  audience INTEGER NOT NULL,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot,
  worker_id TEXT NOT NULL,
  worker_host TEXT NOT NULL,
  worker_pid INTEGER NOT NULL,
  worker_started TEXT NOT NULL,
  held_since INTEGER NOT NULL,
  lease_until INTEGER
) STRICT;
CREATE INDEX mailing_by_issue ON mailing (issue_number);

-- Two live mailings of one issue would mail everybody twice.
CREATE UNIQUE INDEX mailing_live ON mailing (issue_number) WHERE state IN ('sending', 'paused', 'waiting');

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  mailing_id INTEGER NOT NULL REFERENCES mailing,
  canonical TEXT NOT NULL,
  address TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (json_valid(recipient)),
  message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'attempting', 'committing', 'accepted', 'deferred', 'failed',
    'held', 'unknown', 'skipped', 'cancelled')),
  worker TEXT,
  attempt INTEGER NOT NULL DEFAULT 0,
  attempt_started_at INTEGER,
  dot_at INTEGER,
  due_at INTEGER,
  text TEXT,
  UNIQUE (mailing_id, canonical),
  -- In flight means in somebody's hands, and only then.
  CHECK ((state IN ('attempting', 'committing')) = (worker IS NOT NULL)),
  CHECK ((state IN ('attempting', 'committing')) = (attempt_started_at IS NOT NULL)),
  CHECK ((state = 'committing') = (dot_at IS NOT NULL)),
  CHECK ((state = 'deferred') = (due_at IS NOT NULL))
) STRICT;

-- Claiming, counting and the next due moment each read one range of it.
CREATE INDEX delivery_by_state ON delivery (mailing_id, state, due_at);

CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery,
  number INTEGER NOT NULL,
  worker TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  dot_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'failed', 'held', 'unknown')),
  stage TEXT, -- NULL when the worker died before it could say
  code INTEGER,
  enhanced TEXT,
  text TEXT NOT NULL,
  queue_id TEXT,
  UNIQUE (delivery_id, number),
  -- A server can only have accepted what was sent to the dot.
  CHECK (state NOT IN ('accepted', 'unknown') OR dot_at IS NOT NULL)
) STRICT;

CREATE TRIGGER attempt_is_append_only BEFORE UPDATE ON attempt
BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
`;
