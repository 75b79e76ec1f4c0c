-- Invoices and credit notes. What they say is written once and never changed: only whom they are to is forgotten, when no
-- law wants it kept any longer.
CREATE TABLE orders.documents (
  id          uuid        PRIMARY KEY,
  order_id    uuid        NOT NULL REFERENCES orders.orders (id),
  kind        text        NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  year        int         NOT NULL,
  sequence    int         NOT NULL CHECK (sequence > 0),
  number      text        NOT NULL UNIQUE,
  -- What is asked for, or given back.
  total_minor bigint      NOT NULL CHECK (total_minor >= 0),
  currency    char(3)     NOT NULL,
  content     jsonb       NOT NULL,
  issued_at   timestamptz NOT NULL,
  UNIQUE (kind, year, sequence)
);

CREATE INDEX documents_of_order ON orders.documents (order_id, id);
CREATE UNIQUE INDEX documents_one_invoice ON orders.documents (order_id) WHERE kind = 'invoice';

-- The last number given. It is taken in the transaction that writes the document, so that none is ever missing.
CREATE TABLE orders.document_numbers (
  kind text NOT NULL,
  year int  NOT NULL,
  last int  NOT NULL,
  PRIMARY KEY (kind, year)
);

-- Documents that are to be written. They wait here until the shop has said who it is.
CREATE TABLE orders.documents_due (
  id          uuid        PRIMARY KEY,
  order_id    uuid        NOT NULL REFERENCES orders.orders (id),
  kind        text        NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  -- Of a credit note: how much of the order is to be credited in all, with the ones before; null: the whole.
  up_to_minor bigint,
  due_at      timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX documents_due_of_order ON orders.documents_due (order_id, id);

-- Who sells: one row.
CREATE TABLE orders.invoice_settings (
  the_one    boolean     PRIMARY KEY DEFAULT true CHECK (the_one),
  seller     jsonb       NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
