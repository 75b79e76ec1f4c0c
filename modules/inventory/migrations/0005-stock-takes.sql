-- Counts that were uploaded. What they change is in the ledger, with the stock take as its reference.
CREATE TABLE inventory.stock_takes (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  location_id uuid NOT NULL REFERENCES inventory.locations,
  owner_id uuid,                          -- the seller whose variants alone it is about; null: everybody's
  status text NOT NULL CHECK (status IN ('checked', 'applying', 'applied', 'discarded')),
  lines integer NOT NULL,
  differing integer NOT NULL,
  problems integer NOT NULL,
  applied integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  created_by uuid NOT NULL,
  applied_by uuid,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);

CREATE INDEX stock_takes_newest ON inventory.stock_takes (created_at DESC, id);

CREATE TABLE inventory.stock_take_lines (
  stock_take_id uuid NOT NULL REFERENCES inventory.stock_takes ON DELETE CASCADE,
  line integer NOT NULL,
  sku text NOT NULL,
  variant_id uuid,
  counted integer,
  expected integer,
  difference integer,
  status text NOT NULL CHECK (status IN ('same', 'differs', 'problem', 'applied', 'refused')),
  problem text,
  PRIMARY KEY (stock_take_id, line)
);

-- What is still to be applied.
CREATE INDEX stock_take_lines_open ON inventory.stock_take_lines (stock_take_id, line) WHERE status = 'differs';
