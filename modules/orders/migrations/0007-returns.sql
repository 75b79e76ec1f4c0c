-- What was paid back of an order, as payments told.
CREATE TABLE orders.refunds (
  id             uuid        PRIMARY KEY,
  order_id       uuid        NOT NULL REFERENCES orders.orders (id),
  amount_minor   bigint      NOT NULL CHECK (amount_minor > 0),
  shipping_minor bigint      NOT NULL,
  -- [{ line_id, quantity, amount_minor }]
  lines          jsonb       NOT NULL,
  return_id      uuid,
  occurred_at    timestamptz NOT NULL
);

CREATE INDEX refunds_of_order ON orders.refunds (order_id, id);

CREATE SEQUENCE orders.return_numbers START 1001;

CREATE TABLE orders.returns (
  id          uuid        PRIMARY KEY,
  number      text        NOT NULL UNIQUE DEFAULT 'R-' || nextval('orders.return_numbers'),
  order_id    uuid        NOT NULL REFERENCES orders.orders (id),
  status      text        NOT NULL DEFAULT 'requested'
              CHECK (status IN ('requested', 'approved', 'rejected', 'received', 'inspected', 'refunded', 'closed', 'cancelled')),
  -- Of the buyer.
  note        text,
  -- Where the parcel goes, as it was when the return was approved.
  ship_to     text,
  received_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX returns_newest ON orders.returns (created_at DESC, id DESC);
CREATE INDEX returns_by_status ON orders.returns (status, created_at DESC, id DESC);
CREATE INDEX returns_of_order ON orders.returns (order_id, id);

CREATE TABLE orders.return_lines (
  return_id uuid NOT NULL REFERENCES orders.returns (id),
  line_id   uuid NOT NULL REFERENCES orders.items (id),
  quantity  int  NOT NULL CHECK (quantity > 0),
  reason    text NOT NULL,
  -- How the pieces arrived; null until they were looked at.
  as_new    int,
  damaged   int,
  missing   int,
  restock   boolean,
  PRIMARY KEY (return_id, line_id),
  CHECK (as_new IS NULL OR as_new >= 0 AND damaged >= 0 AND missing >= 0 AND as_new + damaged + missing = quantity)
);

CREATE INDEX return_lines_of_line ON orders.return_lines (line_id);

CREATE TABLE orders.return_history (
  id          uuid        PRIMARY KEY,
  return_id   uuid        NOT NULL REFERENCES orders.returns (id),
  status      text        NOT NULL,
  -- The shop's word to the buyer.
  note        text,
  actor_id    uuid,
  occurred_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX return_history_of_return ON orders.return_history (return_id, id);

-- One row.
CREATE TABLE orders.return_settings (
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  period_days int     NOT NULL CHECK (period_days >= 0),
  address     text
);

INSERT INTO orders.return_settings (period_days) VALUES (30);

-- What staff tell each other about an order.
CREATE TABLE orders.notes (
  id          uuid        PRIMARY KEY,
  order_id    uuid        NOT NULL REFERENCES orders.orders (id),
  body        text        NOT NULL,
  author_id   uuid        NOT NULL,
  author_role text        NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX notes_of_order ON orders.notes (order_id, id);
