-- A cart belongs to a customer, or to whoever holds the token behind the hash.
CREATE TABLE cart.carts (
  id uuid PRIMARY KEY,
  customer_id uuid,
  guest_token_hash bytea,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,        -- of the last change to the cart or its items
  CONSTRAINT carts_customer UNIQUE (customer_id),
  CONSTRAINT carts_guest UNIQUE (guest_token_hash),
  CONSTRAINT carts_one_owner CHECK (num_nonnulls(customer_id, guest_token_hash) = 1)
);

CREATE INDEX carts_forgotten ON cart.carts (updated_at) WHERE guest_token_hash IS NOT NULL;

CREATE TABLE cart.items (
  id uuid PRIMARY KEY,
  cart_id uuid NOT NULL REFERENCES cart.carts ON DELETE CASCADE,
  variant_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
  unit_price_minor bigint NOT NULL,       -- as last shown when the line was added or changed: tells a price change
  seen jsonb NOT NULL,                    -- what the article was called then, for when the catalogue has lost it
  added_at timestamptz NOT NULL,
  CONSTRAINT items_line UNIQUE (cart_id, variant_id)
);

-- Orders whose pieces have left their cart: each does so once.
CREATE TABLE cart.taken_orders (
  order_id uuid PRIMARY KEY,
  taken_at timestamptz NOT NULL
);

CREATE INDEX taken_orders_age ON cart.taken_orders (taken_at);
