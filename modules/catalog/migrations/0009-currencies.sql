-- What is asked in the shop's other currencies. Without a row a variant is not for sale in that currency.
CREATE TABLE catalog.variant_prices (
  variant_id uuid NOT NULL REFERENCES catalog.variants,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  compare_at_minor bigint CHECK (compare_at_minor >= 0),
  PRIMARY KEY (variant_id, currency)
);

CREATE TABLE catalog.sale_prices_in (
  sale_id uuid NOT NULL REFERENCES catalog.sales ON DELETE CASCADE,
  variant_id uuid NOT NULL REFERENCES catalog.variants,
  currency text NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  PRIMARY KEY (variant_id, sale_id, currency)
);

CREATE INDEX sale_prices_in_sale ON catalog.sale_prices_in (sale_id);

-- As price_history, in other currencies; null: it was not for sale in that one.
CREATE TABLE catalog.price_history_in (
  variant_id uuid NOT NULL REFERENCES catalog.variants,
  currency text NOT NULL,
  since timestamptz NOT NULL,
  price_minor bigint,
  PRIMARY KEY (variant_id, currency, since)
);

-- In every currency; empty: the product's own.
CREATE VIEW catalog.all_sale_prices AS
  SELECT sale_id, variant_id, '' AS currency, price_minor FROM catalog.sale_prices
  UNION ALL SELECT sale_id, variant_id, currency, price_minor FROM catalog.sale_prices_in;

CREATE VIEW catalog.all_price_history AS
  SELECT variant_id, '' AS currency, since, price_minor FROM catalog.price_history
  UNION ALL SELECT variant_id, currency, since, price_minor FROM catalog.price_history_in;
