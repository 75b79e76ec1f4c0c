-- Where each entry stands in the chain. Positions have no gaps; the hash covers the entry, its position and the hash
-- before it, and the mac, made with a key that is not in the database, the hash.
CREATE TABLE audit.chain (
  position bigint PRIMARY KEY CHECK (position BETWEEN 1 AND 9007199254740991),
  entry_id uuid NOT NULL UNIQUE,
  hash bytea NOT NULL,
  mac bytea NOT NULL
);

-- Entries that wait to be chained, each with a mac over what arrived: it may not be changed while it waits, either.
CREATE TABLE audit.unsealed (
  entry_id uuid PRIMARY KEY,
  mac bytea NOT NULL
);

-- A second copy of the signed lines of checkpoints.jsonl: each tells when the other is shortened.
CREATE TABLE audit.checkpoints (
  number bigint PRIMARY KEY CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('checkpoint', 'cut', 'restart')),
  position bigint NOT NULL,
  line text NOT NULL
);

CREATE INDEX checkpoints_cuts ON audit.checkpoints (position) WHERE kind = 'cut';

CREATE INDEX entries_request ON audit.entries (request_id, id);
CREATE INDEX entries_ip ON audit.entries (ip, id) WHERE ip IS NOT NULL;
CREATE INDEX entries_occurred ON audit.entries (occurred_at);
CREATE INDEX entries_action_prefix ON audit.entries (action text_pattern_ops, id);

-- Retention takes whole beginnings of the chain, and only those that a statement says are gone. A statement that
-- nobody has signed lets rows go, too, and is found by `rampart audit verify`.
CREATE FUNCTION audit.refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place bigint;
BEGIN
  IF TG_TABLE_NAME = 'entries' THEN
    SELECT position INTO place FROM audit.chain WHERE entry_id = OLD.id;
  ELSE
    place := OLD.position;
  END IF;
  IF place IS NULL OR NOT EXISTS (SELECT FROM audit.checkpoints WHERE kind = 'cut' AND position >= place) THEN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER entries_append_only ON audit.entries;
CREATE TRIGGER entries_append_only BEFORE UPDATE OR TRUNCATE ON audit.entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entries_kept BEFORE DELETE ON audit.entries FOR EACH ROW EXECUTE FUNCTION audit.refuse_delete();
CREATE TRIGGER chain_append_only BEFORE UPDATE OR TRUNCATE ON audit.chain
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER chain_kept BEFORE DELETE ON audit.chain FOR EACH ROW EXECUTE FUNCTION audit.refuse_delete();
CREATE TRIGGER checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- Also for sessions that switch ordinary triggers off (session_replication_role).
ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER entries_append_only;
ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER entries_kept;
ALTER TABLE audit.chain ENABLE ALWAYS TRIGGER chain_append_only;
ALTER TABLE audit.chain ENABLE ALWAYS TRIGGER chain_kept;
ALTER TABLE audit.checkpoints ENABLE ALWAYS TRIGGER checkpoints_append_only;

-- Even the owner of the tables, unless it is a superuser, has to give itself these rights back first.
REVOKE UPDATE, TRUNCATE ON audit.entries, audit.chain, audit.checkpoints FROM PUBLIC, CURRENT_USER;
REVOKE DELETE ON audit.checkpoints FROM PUBLIC, CURRENT_USER;
