-- Which lines are a seller's. A table of its own: whoever reads a line whole must not meet a field it does not know.
CREATE TABLE orders.seller_lines (
  order_id  uuid NOT NULL,
  position  int  NOT NULL,
  seller_id uuid NOT NULL,
  PRIMARY KEY (order_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.items (order_id, position)
);

CREATE INDEX seller_lines_of_seller ON orders.seller_lines (seller_id, order_id);
