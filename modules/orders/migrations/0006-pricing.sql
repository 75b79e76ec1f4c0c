-- What discounts, taxes and gift cards did to an order. Where prices are with tax, it is in the subtotal; without, it comes
-- on top (added_tax_minor). What gift cards paid is a part of the total.
ALTER TABLE orders.orders DROP CONSTRAINT orders_check;
ALTER TABLE orders.orders
  ADD COLUMN discount_minor  bigint NOT NULL DEFAULT 0 CHECK (discount_minor >= 0),
  ADD COLUMN added_tax_minor bigint NOT NULL DEFAULT 0 CHECK (added_tax_minor >= 0),
  ADD COLUMN gift_card_minor bigint NOT NULL DEFAULT 0 CHECK (gift_card_minor BETWEEN 0 AND total_minor),
  -- Null: placed before there were discounts and taxes. {prices, shipping, discounts, taxes, gift_cards}
  ADD COLUMN pricing jsonb,
  ADD CONSTRAINT orders_total CHECK (total_minor = subtotal_minor + shipping_minor - discount_minor + added_tax_minor);

-- A table of its own, as code of the version before answers whatever stands in items.
CREATE TABLE orders.priced_lines (
  order_id       uuid   NOT NULL,
  position       int    NOT NULL,
  discount_minor bigint NOT NULL CHECK (discount_minor >= 0),
  net_minor      bigint NOT NULL CHECK (net_minor >= 0),
  tax_minor      bigint NOT NULL CHECK (tax_minor >= 0),
  -- Hundredths of a percent.
  tax_rate_bp    int    NOT NULL CHECK (tax_rate_bp >= 0),
  total_minor    bigint NOT NULL CHECK (total_minor = net_minor + tax_minor),
  -- [{name, coupon, amount_minor, explanation}]
  discounts      jsonb  NOT NULL,
  PRIMARY KEY (order_id, position),
  FOREIGN KEY (order_id, position) REFERENCES orders.items (order_id, position)
);
