-- How many pieces of each variant there are. `available` is on_hand - reserved. Rows are made and never deleted.
-- No index but the key: every order updates these rows, and without one on the figures the updates stay cheap (HOT).
CREATE TABLE inventory.levels (
  variant_id uuid PRIMARY KEY,
  on_hand integer NOT NULL DEFAULT 0,
  reserved integer NOT NULL DEFAULT 0,
  version bigint NOT NULL DEFAULT 1,      -- grows whenever `available` changes; tells receivers which news is newer
  updated_at timestamptz NOT NULL,
  CONSTRAINT levels_sound CHECK (reserved >= 0 AND on_hand >= reserved)
) WITH (fillfactor = 70);

-- What an order holds. `released` without lines is a tombstone: the order ended before it reserved anything.
CREATE TABLE inventory.reservations (
  order_id uuid PRIMARY KEY,
  status text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT reservations_status CHECK (status IN ('held', 'committed', 'released'))
);

CREATE INDEX reservations_expiring ON inventory.reservations (expires_at) WHERE status = 'held';

CREATE TABLE inventory.reservation_lines (
  order_id uuid NOT NULL REFERENCES inventory.reservations,
  variant_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, variant_id)
);

-- The ledger of on_hand: a variant's deltas always add up to its level.
CREATE TABLE inventory.movements (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- in the order of a variant's changes: written under its lock
  id uuid NOT NULL DEFAULT gen_random_uuid(),           -- made here, because one statement moves many variants
  variant_id uuid NOT NULL,
  delta integer NOT NULL,
  reason text NOT NULL,
  note text,
  reference text,
  actor_id uuid,
  occurred_at timestamptz NOT NULL,
  CONSTRAINT movements_reason
    CHECK (reason IN ('received', 'adjusted', 'counted', 'sold', 'restocked', 'imported')),
  -- A count may confirm the figure; anything else moves it.
  CONSTRAINT movements_move CHECK (delta <> 0 OR reason = 'counted')
);

CREATE INDEX movements_of_variant ON inventory.movements (variant_id, seq DESC);

CREATE FUNCTION inventory.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'inventory.movements is append-only';
END
$$;

CREATE TRIGGER movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON inventory.movements
  FOR EACH STATEMENT EXECUTE FUNCTION inventory.refuse_change();

-- What people call a variant, learnt from the catalogue's events.
CREATE TABLE inventory.labels (
  variant_id uuid PRIMARY KEY,
  product_id uuid NOT NULL,
  product_name text NOT NULL,
  sku text NOT NULL,
  options jsonb NOT NULL,
  changed_at timestamptz NOT NULL         -- of the event, so that a late one does not overwrite a newer
);
