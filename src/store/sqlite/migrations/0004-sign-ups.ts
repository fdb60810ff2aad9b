/** Who asked for the newsletter by the form, what they read when they did, and the mail that asks whether it was them. */
export const signUps = `
-- What the form said, once for each wording; proofs of consent name its version.
CREATE TABLE wording (
  version TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: the id stands in tokens that were mailed, and must never confirm another person.
CREATE TABLE sign_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber_id INTEGER NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)), -- nobody knew the address before
  asked_at INTEGER NOT NULL,
  name TEXT,
  topics TEXT NOT NULL CHECK (json_type(topics) = 'array'),
  wording TEXT NOT NULL REFERENCES wording,
  due_at INTEGER, -- of the mail; NULL when none is due
  tries INTEGER NOT NULL DEFAULT 0,
  confirmed_at INTEGER
) STRICT;
CREATE INDEX sign_up_by_subscriber ON sign_up (subscriber_id, asked_at);
CREATE INDEX sign_up_due ON sign_up (due_at) WHERE due_at IS NOT NULL;

-- Whoever is erased is gone from here, too, whether or not a row of theirs stays.
CREATE TRIGGER erased_asks_nothing AFTER UPDATE OF status ON subscriber WHEN new.status = 'erased'
BEGIN DELETE FROM sign_up WHERE subscriber_id = new.id; END;
`;
