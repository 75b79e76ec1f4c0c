-- Keys of programs that act for somebody of the staff. Only the hash of a key is kept.
CREATE TABLE access.api_keys (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
  -- In CIDR notation; none: from anywhere.
  networks text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- The key that this one was made in place of, and when another was made in place of this one.
  replaces uuid REFERENCES access.api_keys (id) ON DELETE SET NULL,
  replaced_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  last_used_at timestamptz,
  last_used_ip text
);

CREATE INDEX api_keys_owner ON access.api_keys (owner_id, created_at DESC, id DESC);
CREATE INDEX api_keys_expires ON access.api_keys (expires_at);
-- A key is replaced once.
CREATE UNIQUE INDEX api_keys_replaces ON access.api_keys (replaces) WHERE replaces IS NOT NULL;
