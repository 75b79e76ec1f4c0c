-- What customers say about their wishlist; what stands on it is below. No row: never named nor shared.
CREATE TABLE customers.wishlists (
  customer_id uuid PRIMARY KEY,
  name text NOT NULL DEFAULT '',
  share_hash bytea UNIQUE,                -- SHA-256 of the token in the link
  shared_at timestamptz,
  CHECK ((share_hash IS NULL) = (shared_at IS NULL))
);

CREATE TABLE customers.wishes (
  customer_id uuid NOT NULL,
  product_id uuid NOT NULL,
  added_at timestamptz NOT NULL,
  notice_since timestamptz,               -- since when a mail is wanted once it is back in stock
  notice_variants uuid[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (customer_id, product_id),
  CHECK ((notice_since IS NULL) = (notice_variants = '{}'))
);

CREATE INDEX wishes_newest ON customers.wishes (customer_id, added_at DESC, product_id);
CREATE INDEX wishes_waiting ON customers.wishes USING gin (notice_variants) WHERE notice_since IS NOT NULL;
