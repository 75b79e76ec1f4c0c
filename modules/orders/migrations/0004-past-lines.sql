-- What was sold in another shop before this one: lines as they stood in its file. It is no part of this shop's orders:
-- nothing here was paid, sent or taken from the stock by it.
CREATE TABLE orders.past_lines (
  -- What the merchant calls the file or the shop it came from.
  source       text        COLLATE "C" NOT NULL,
  line         int         NOT NULL,
  invoice      text        COLLATE "C" NOT NULL,
  sku          text        NOT NULL,
  name         text        NOT NULL,
  quantity     int         NOT NULL,
  -- Thousandths of the currency's unit.
  price_milli  bigint      NOT NULL,
  currency     char(3)     NOT NULL,
  -- What the other shop called its customer; no name and no address is ever brought along.
  customer     text,
  country      text,
  bought_at    timestamptz NOT NULL,
  -- Why it does not count as sold; a line without a customer does.
  flaws        text[]      NOT NULL,
  PRIMARY KEY (source, line)
);

CREATE INDEX past_lines_sold ON orders.past_lines (source, invoice) WHERE flaws <@ '{no_customer,no_name}';
