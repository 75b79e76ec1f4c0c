-- What staff are told about the index.
ALTER TABLE search.state
  ADD COLUMN progress smallint NOT NULL DEFAULT 0,
  ADD COLUMN generation integer NOT NULL DEFAULT 0,
  ADD COLUMN failed_at timestamptz;

UPDATE search.state SET generation = 1 WHERE built_at IS NOT NULL;

CREATE TABLE search.last_change (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  changed_at timestamptz NOT NULL
);

-- Since when a product could not be taken in; null: it waits for its turn.
ALTER TABLE search.pending ADD COLUMN failed_at timestamptz;
