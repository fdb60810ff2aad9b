/** Mailings that are scheduled, steered and moved; turns at domains; what settles an unknown delivery. */
export const steering = `
-- How often a mailing was begun or gone on with: an older copy of the database has counted fewer.
INSERT INTO meta (key, value) VALUES ('turn', 0);

ALTER TABLE mailing ADD COLUMN starts_at INTEGER;
ALTER TABLE mailing ADD COLUMN send_window TEXT;
ALTER TABLE mailing ADD COLUMN worker_copy TEXT NOT NULL DEFAULT '';

-- A delivery that waits for its turn at its domain; a deferred one is due at that moment.
ALTER TABLE delivery ADD COLUMN turn_at INTEGER;
-- Until then the worker that sent the dot may still hear an answer, though somebody else holds the mailing.
ALTER TABLE delivery ADD COLUMN doubt_until INTEGER;
ALTER TABLE delivery ADD COLUMN ready_at INTEGER AS (coalesce(due_at, turn_at, doubt_until, 0)) VIRTUAL;

-- Claiming, counting and the next due moment each read one range of it.
DROP INDEX delivery_by_state;
CREATE INDEX delivery_by_state ON delivery (mailing_id, state, ready_at);


-- What became of an attempt whose outcome nobody knew: said by a person, a log, a late answer or the policy.
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery,
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'resend', 'failed')),
  source TEXT NOT NULL CHECK (source IN ('hand', 'log', 'late', 'policy')),
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (delivery_id, number)
) STRICT;

CREATE TRIGGER settlement_is_append_only BEFORE UPDATE ON settlement
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;

-- Addresses that servers call wrong, until somebody or the mailing's end decides about them.
CREATE TABLE suspect (
  mailing_id INTEGER NOT NULL REFERENCES mailing,
  canonical TEXT NOT NULL,
  text TEXT NOT NULL,
  decision TEXT CHECK (decision IN ('suppress', 'keep')),
  PRIMARY KEY (mailing_id, canonical)
) STRICT, WITHOUT ROWID;
`;
