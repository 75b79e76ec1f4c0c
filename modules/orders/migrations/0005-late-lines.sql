-- Lines of which not all was there when they were ordered: the shop said that they ship later. A table of its own, as code
-- of the version before answers whatever stands in items.
CREATE TABLE orders.late_lines (
  order_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (order_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.items (order_id, position)
);
