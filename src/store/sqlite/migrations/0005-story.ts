/** What became of a subscriber after they joined, and what a consent was given to. */
export const story = `
-- The words that the person agreed to, and when the consent was written down here: an import brings older ones.
ALTER TABLE consent ADD COLUMN wording TEXT;
ALTER TABLE consent ADD COLUMN recorded_at INTEGER;

-- Who joined is told by their first consent. This is what came after it.
CREATE TABLE subscriber_event (
  id INTEGER PRIMARY KEY,
  subscriber_id INTEGER NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL, -- updated, tagged, untagged, unsubscribed, suppressed, asked, confirmed
  text TEXT NOT NULL
) STRICT;
CREATE INDEX subscriber_event_by_subscriber ON subscriber_event (subscriber_id);

CREATE TRIGGER subscriber_event_is_append_only BEFORE UPDATE ON subscriber_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- Nobody becomes active without a consent. Whoever is added without one is on no list, since lists join the newest.
CREATE TRIGGER active_needs_consent BEFORE UPDATE OF status ON subscriber
WHEN new.status = 'active' AND NOT EXISTS (SELECT 1 FROM consent WHERE subscriber_id = new.id)
BEGIN SELECT RAISE(ABORT, 'nobody is active without a consent'); END;

CREATE INDEX delivery_by_canonical ON delivery (canonical);

-- Attempts and settlements stay what they were, but for a server's words: they may hold the address of somebody who
-- has been erased since.
DROP TRIGGER attempt_is_append_only;
CREATE TRIGGER attempt_is_append_only BEFORE UPDATE ON attempt
WHEN new.text <> 'erased' OR (new.id, new.delivery_id, new.number, new.worker, new.started_at, new.ended_at, new.state)
    IS NOT (old.id, old.delivery_id, old.number, old.worker, old.started_at, old.ended_at, old.state)
  OR (new.dot_at, new.stage, new.code, new.enhanced) IS NOT (old.dot_at, old.stage, old.code, old.enhanced)
BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;

DROP TRIGGER settlement_is_append_only;
CREATE TRIGGER settlement_is_append_only BEFORE UPDATE ON settlement
WHEN new.text <> 'erased' OR (new.id, new.delivery_id, new.number, new.state, new.source, new.at)
    IS NOT (old.id, old.delivery_id, old.number, old.state, old.source, old.at)
BEGIN SELECT RAISE(ABORT, 'settlements are append-only'); END;
`;
