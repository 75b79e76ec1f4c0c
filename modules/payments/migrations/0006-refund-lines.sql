-- Refunds by line: which pieces one pays back, and what of it is for the delivery or settles a return.
ALTER TABLE payments.refunds
  ADD COLUMN shipping_minor bigint NOT NULL DEFAULT 0 CHECK (shipping_minor BETWEEN 0 AND amount_minor),
  ADD COLUMN return_id uuid;

CREATE TABLE payments.refund_lines (
  refund_id    uuid    NOT NULL REFERENCES payments.refunds (id),
  line_id      uuid    NOT NULL,
  variant_id   uuid    NOT NULL,
  quantity     int     NOT NULL CHECK (quantity > 0),
  amount_minor bigint  NOT NULL CHECK (amount_minor >= 0),
  restock      boolean NOT NULL,
  PRIMARY KEY (refund_id, line_id)
);
