-- One row: what holds where a variant has no rule of its own.
CREATE TABLE inventory.settings (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  low_stock_threshold integer NOT NULL CHECK (low_stock_threshold >= 0)
);

INSERT INTO inventory.settings (low_stock_threshold) VALUES (5);

ALTER TABLE inventory.levels
  ADD COLUMN low_stock_threshold integer,              -- null: the shop's
  ADD COLUMN backorder_limit integer NOT NULL DEFAULT 0,  -- how many pieces may be ordered beyond what is there
  ADD COLUMN overdraft integer NOT NULL DEFAULT 0,     -- how far below nothing it may stand: the limit, or what was ordered before it fell
  DROP CONSTRAINT levels_sound,
  ADD CONSTRAINT levels_sound CHECK (reserved >= 0 AND on_hand - reserved >= -overdraft);

-- What fell to its threshold and was not yet told to those who care for it.
CREATE TABLE inventory.low_stock_news (
  variant_id uuid PRIMARY KEY,
  noticed_at timestamptz NOT NULL
);
