-- What was packed, sent and delivered of an order. A cancelled order must not be sent, nor a sent one cancelled, so how
-- much has left stands in the order's own row, which every step takes first.
ALTER TABLE orders.orders
  ADD COLUMN shipment_count int NOT NULL DEFAULT 0,
  ADD COLUMN packed_count   int NOT NULL DEFAULT 0,
  ADD COLUMN sent_count     int NOT NULL DEFAULT 0,
  ADD COLUMN arrived_count  int NOT NULL DEFAULT 0,
  ADD CONSTRAINT orders_pieces_in_order
    CHECK (0 <= arrived_count AND arrived_count <= sent_count AND sent_count <= packed_count AND packed_count <= item_count);

CREATE TABLE orders.shipments (
  id              uuid        PRIMARY KEY,
  order_id        uuid        NOT NULL REFERENCES orders.orders (id),
  -- 1, 2, … within the order.
  number          int         NOT NULL,
  -- Whose parcel it is; null: the shop's own.
  seller_id       uuid,
  state           text        NOT NULL DEFAULT 'packed' CHECK (state IN ('packed', 'shipped', 'delivered', 'cancelled')),
  carrier         text,
  tracking_number text,
  tracking_url    text,
  packed_at       timestamptz NOT NULL DEFAULT now(),
  shipped_at      timestamptz,
  delivered_at    timestamptz,
  UNIQUE (order_id, number)
);

CREATE TABLE orders.shipment_lines (
  shipment_id uuid NOT NULL REFERENCES orders.shipments (id),
  order_id    uuid NOT NULL,
  position    int  NOT NULL,
  quantity    int  NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.items (order_id, position)
);

-- How many pieces of a line are in shipments that stand. Never more than were sold.
CREATE TABLE orders.allotted_lines (
  order_id uuid NOT NULL,
  position int  NOT NULL,
  quantity int  NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (order_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.items (order_id, position)
);
