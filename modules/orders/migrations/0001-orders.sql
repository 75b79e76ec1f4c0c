CREATE SEQUENCE orders.order_numbers START 100001;

CREATE TABLE orders.orders (
  id               uuid        PRIMARY KEY,
  number           text        NOT NULL UNIQUE DEFAULT nextval('orders.order_numbers')::text,
  status           text        NOT NULL DEFAULT 'pending_payment'
                   CHECK (status IN ('pending_payment', 'paid', 'processing', 'shipped', 'delivered', 'cancelled')),
  payment_status   text        NOT NULL DEFAULT 'pending'
                   CHECK (payment_status IN ('pending', 'captured', 'failed', 'cancelled', 'partially_refunded', 'refunded')),
  payment_id       uuid        NOT NULL,
  payment_provider text        NOT NULL,
  next_action      jsonb,
  -- The owner: an account, or the holder of a guest's token.
  customer_id      uuid,
  guest_token_hash bytea,
  email            text        NOT NULL,
  full_name        text        NOT NULL,
  currency         char(3)     NOT NULL,
  subtotal_minor   bigint      NOT NULL CHECK (subtotal_minor >= 0),
  shipping_minor   bigint      NOT NULL CHECK (shipping_minor >= 0),
  total_minor      bigint      NOT NULL CHECK (total_minor = subtotal_minor + shipping_minor),
  refunded_minor   bigint      NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND total_minor),
  item_count       int         NOT NULL CHECK (item_count > 0),
  shipping_method  jsonb       NOT NULL,
  shipping_address jsonb       NOT NULL,
  billing_address  jsonb,
  note             text,
  carrier          text,
  tracking_number  text,
  tracking_url     text,
  placed_at        timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_newest ON orders.orders (placed_at DESC, id DESC);
CREATE INDEX orders_by_status ON orders.orders (status, placed_at DESC, id DESC);
CREATE INDEX orders_of_customer ON orders.orders (customer_id, placed_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX orders_undecided ON orders.orders (placed_at) WHERE status = 'pending_payment';

CREATE TABLE orders.items (
  order_id         uuid   NOT NULL REFERENCES orders.orders (id),
  position         int    NOT NULL,
  id               uuid   NOT NULL UNIQUE,
  variant_id       uuid   NOT NULL,
  product_id       uuid   NOT NULL,
  product_slug     text   NOT NULL,
  product_name     text   NOT NULL,
  sku              text   NOT NULL,
  options          jsonb  NOT NULL,
  picture          jsonb,
  unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
  quantity         int    NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, position)
);

CREATE TABLE orders.history (
  id          uuid        PRIMARY KEY,
  order_id    uuid        NOT NULL REFERENCES orders.orders (id),
  status      text        NOT NULL,
  note        text,
  actor_id    uuid,
  occurred_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX history_of_order ON orders.history (order_id, id);
