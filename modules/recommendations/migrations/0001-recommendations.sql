-- What was bought in one order that was paid and not cancelled. Whose it was is forgotten when the buyer is erased.
CREATE TABLE recommendations.baskets (
  order_id uuid PRIMARY KEY,
  customer_id uuid,
  product_ids uuid[] NOT NULL,
  bought_at timestamptz NOT NULL
);

CREATE INDEX baskets_of_customer ON recommendations.baskets (customer_id, bought_at DESC)
  WHERE customer_id IS NOT NULL;
CREATE INDEX baskets_newest ON recommendations.baskets (bought_at DESC);

CREATE TABLE recommendations.models (
  id uuid PRIMARY KEY,
  trained_at timestamptz NOT NULL,
  baskets integer NOT NULL,
  own_baskets integer NOT NULL,
  buyers integer NOT NULL,
  products integer NOT NULL,
  seconds real NOT NULL
);

-- The model that is in force: it is replaced in the transaction that writes the next one.
CREATE TABLE recommendations.current_model (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  model_id uuid NOT NULL REFERENCES recommendations.models
);

CREATE TABLE recommendations.neighbours (
  model_id uuid NOT NULL REFERENCES recommendations.models ON DELETE CASCADE,
  product_id uuid NOT NULL,
  -- What its buyers are likely to buy as well, strongest first; weights may be negative.
  likely_ids uuid[] NOT NULL,
  likely_weights real[] NOT NULL,
  -- What was in the same baskets.
  together_ids uuid[] NOT NULL,
  together_weights real[] NOT NULL,
  -- Baskets it was in.
  baskets integer NOT NULL,
  PRIMARY KEY (model_id, product_id)
);

CREATE INDEX neighbours_popular ON recommendations.neighbours (model_id, baskets DESC, product_id);

-- Shares of all lines sold lately, in per cent; anew every few minutes.
CREATE TABLE recommendations.recent (
  product_id uuid PRIMARY KEY,
  week real NOT NULL,
  three_weeks real NOT NULL
);

-- How far orders that are older than this module have been taken over.
CREATE TABLE recommendations.taken_over (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  done_at timestamptz NOT NULL
);
