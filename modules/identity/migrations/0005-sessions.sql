-- The keys that access tokens are signed with, by number; the keys themselves are derived from the master secret and
-- are nowhere in the database. Number 0 is as old as the shop. A key signs from `signs_from` until the next one does,
-- and is good for nothing after `retired_at`.
CREATE TABLE identity.signing_keys (
  number int PRIMARY KEY CHECK (number >= 0),
  created_at timestamptz NOT NULL,
  signs_from timestamptz NOT NULL,
  retired_at timestamptz
);

INSERT INTO identity.signing_keys (number, created_at, signs_from) VALUES (0, now(), 'epoch');

-- Places were networks once. They are countries now.
UPDATE identity.sessions SET place = NULL WHERE place IS NOT NULL;
UPDATE identity.devices SET place = NULL WHERE place IS NOT NULL;
