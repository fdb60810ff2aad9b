/** What comes back of deliveries: bounces, delays and complaints. */
export const inbox = `
-- One of a kind for each delivery: what comes twice says nothing new. The text holds no address.
CREATE TABLE delivery_event (
  delivery_id INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('hard', 'ambiguous', 'soft', 'policy', 'delayed', 'complaint')),
  status TEXT, -- RFC 3463
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, kind)
) STRICT, WITHOUT ROWID;

-- Why an address is suspected, in front of the server's words.
ALTER TABLE suspect ADD COLUMN reason TEXT NOT NULL DEFAULT 'no such address';
`;
