-- Facts that left a module's transaction. Kept for some days after they were delivered, then pruned.
CREATE TABLE platform_events.events (
  id uuid PRIMARY KEY,                    -- UUIDv7: its order is the order of time, so pruning needs no other index
  type text NOT NULL,
  key text,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL
);

-- One row for each subscriber that has not handled an event yet; deleted as soon as it has.
CREATE TABLE platform_events.deliveries (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL,
  subscriber text NOT NULL,
  key text,
  attempts smallint NOT NULL DEFAULT 0,   -- counted when claimed; also tells a late claimant that it lost its claim
  due_at timestamptz NOT NULL,            -- claimed: the end of the lease; failed: the next try
  last_error text,
  dead_at timestamptz
) WITH (
  -- Rows live for milliseconds: clean up by the number of dead ones, at once, whatever the table's size.
  fillfactor = 70,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 20000,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_threshold = 5000
);

CREATE INDEX deliveries_due ON platform_events.deliveries (due_at, seq) WHERE dead_at IS NULL;
CREATE INDEX deliveries_in_order ON platform_events.deliveries (subscriber, key, seq)
  WHERE dead_at IS NULL AND key IS NOT NULL;
CREATE INDEX deliveries_dead ON platform_events.deliveries (seq) WHERE dead_at IS NOT NULL;

-- Written in the transaction of a subscriber's effect: what is here has happened.
CREATE TABLE platform_events.inbox (
  event_id uuid NOT NULL,
  subscriber text NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, subscriber)
);
