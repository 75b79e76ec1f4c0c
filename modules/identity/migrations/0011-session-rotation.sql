-- A browser's token changes when its owner proves again who they are. The one before is good for a moment longer: pages
-- that were on their way with it are not thrown out.
ALTER TABLE identity.sessions
  ADD COLUMN previous_hash bytea,
  ADD COLUMN previous_until timestamptz;

CREATE INDEX sessions_previous ON identity.sessions (previous_hash) WHERE previous_hash IS NOT NULL;
