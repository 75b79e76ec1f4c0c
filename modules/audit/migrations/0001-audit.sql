-- What somebody did, and when. Rows are added and never changed.
CREATE TABLE audit.entries (
  id uuid PRIMARY KEY,                    -- the id of the event that carried it, a UUIDv7: its order is the order of time
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  before jsonb,
  after jsonb,
  actor_kind text NOT NULL,
  actor_id text,
  actor_role text,
  caller text NOT NULL,
  request_id text NOT NULL,
  ip text,
  user_agent text,
  occurred_at timestamptz NOT NULL
);

CREATE INDEX entries_action ON audit.entries (action, id);
CREATE INDEX entries_subject ON audit.entries (subject_type, subject_id, id);
CREATE INDEX entries_actor ON audit.entries (actor_id, id) WHERE actor_id IS NOT NULL;

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
