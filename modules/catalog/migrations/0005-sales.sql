-- Lower prices for a time. A moment is noted once the product was written with what it changed.
CREATE TABLE catalog.sales (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.products,
  name text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  begun_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  CONSTRAINT sales_span CHECK (ends_at >= starts_at)
);

CREATE INDEX sales_product ON catalog.sales (product_id, starts_at DESC);
CREATE INDEX sales_beginning ON catalog.sales (starts_at) WHERE begun_at IS NULL;
CREATE INDEX sales_ending ON catalog.sales (ends_at) WHERE ended_at IS NULL;

CREATE TABLE catalog.sale_prices (
  sale_id uuid NOT NULL REFERENCES catalog.sales ON DELETE CASCADE,
  variant_id uuid NOT NULL REFERENCES catalog.variants,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  PRIMARY KEY (variant_id, sale_id)
);

CREATE INDEX sale_prices_sale ON catalog.sale_prices (sale_id);

-- What was asked for a variant from a moment on; null: it was not offered.
CREATE TABLE catalog.price_history (
  variant_id uuid NOT NULL REFERENCES catalog.variants,
  since timestamptz NOT NULL,
  price_minor bigint,
  PRIMARY KEY (variant_id, since)
);

INSERT INTO catalog.price_history (variant_id, since, price_minor)
SELECT v.id, p.updated_at, v.price_minor
FROM catalog.variants AS v JOIN catalog.products AS p ON p.id = v.product_id
WHERE v.retired_at IS NULL AND p.status = 'published';
