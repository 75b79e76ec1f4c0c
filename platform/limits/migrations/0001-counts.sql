-- How much was asked for lately, one row for each key. Unlogged: a crash of the database forgets it, and nothing else is lost.
CREATE UNLOGGED TABLE platform_limits.counts (
  -- A keyed hash: who was counted cannot be read here.
  key        bytea   PRIMARY KEY,
  -- The running number of the newest slot, and the counts from it backwards, as platform/limits/window.ts has it.
  slot       bigint  NOT NULL,
  counts     integer[] NOT NULL CHECK (cardinality(counts) = 11),
  -- The limit that the row was last asked against; 0: counted without asking.
  most       integer NOT NULL,
  expires_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX counts_expires_at ON platform_limits.counts (expires_at);

-- The counts so many slots later.
CREATE FUNCTION platform_limits.shifted(counts integer[], slots bigint) RETURNS integer[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN slots <= 0 THEN counts
  ELSE (array_fill(0, ARRAY[least(slots, 11)::integer]) || counts)[1:11] END;

CREATE FUNCTION platform_limits.used(counts integer[]) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT sum(count) FROM unnest(counts) AS count);
