-- Where pieces lie. The main location has an id of its own, so that what names no location is there: movements from
-- before this migration, and those of code that does not know of locations.
CREATE TABLE inventory.locations (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  closed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT locations_main_open CHECK (closed_at IS NULL OR id <> '00000000-0000-7000-8000-000000000001')
);

CREATE UNIQUE INDEX locations_name ON inventory.locations (lower(name)) WHERE closed_at IS NULL;

INSERT INTO inventory.locations (id, name, created_at, updated_at)
VALUES ('00000000-0000-7000-8000-000000000001', 'Main', now(), now());

-- What lies in other locations than the main one, which has the rest of levels.on_hand: a sale from there touches one
-- row. Rows change under the lock of their level.
CREATE TABLE inventory.location_levels (
  variant_id uuid NOT NULL,
  location_id uuid NOT NULL REFERENCES inventory.locations,
  on_hand integer NOT NULL CHECK (on_hand >= 0),
  PRIMARY KEY (variant_id, location_id)
);

CREATE INDEX location_levels_location ON inventory.location_levels (location_id) WHERE on_hand > 0;

ALTER TABLE inventory.levels ADD COLUMN elsewhere integer NOT NULL DEFAULT 0;  -- the sum of location_levels

-- Pieces of a sold line that other locations gave, by location; null: none.
ALTER TABLE inventory.reservation_lines ADD COLUMN elsewhere jsonb;

ALTER TABLE inventory.movements
  ADD COLUMN location_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001',
  DROP CONSTRAINT movements_reason,
  ADD CONSTRAINT movements_reason
    CHECK (reason IN ('received', 'adjusted', 'counted', 'sold', 'restocked', 'imported', 'transferred')) NOT VALID;
