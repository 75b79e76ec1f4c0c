-- What the provider kept for its service; null: not known (yet), or in a currency that is not the payment's.
ALTER TABLE payments.payments
  ADD COLUMN fee_minor bigint CHECK (fee_minor >= 0),
  ADD COLUMN fee_asked_at timestamptz;

-- What a provider's books and ours say differently, and what was contested there. One row for each thing of each kind.
CREATE TABLE payments.findings (
  id            uuid        PRIMARY KEY,
  provider      text        NOT NULL,
  reference     text        NOT NULL,
  kind          text        NOT NULL
                CHECK (kind IN ('captured_there', 'amount_differs', 'unknown_here', 'not_captured_there', 'disputed')),
  payment_id    uuid        REFERENCES payments.payments (id),
  there_minor   bigint,
  currency      char(3)     NOT NULL,
  found_at      timestamptz NOT NULL,
  settled_at    timestamptz,
  -- By whom, and why; both null: the books agree by now.
  settled_by    uuid,
  note          text,
  UNIQUE (provider, reference, kind)
);

CREATE INDEX findings_open ON payments.findings (found_at) WHERE settled_at IS NULL;

-- When a provider's list was last compared with ours.
CREATE TABLE payments.comparisons (
  provider    text        PRIMARY KEY,
  compared_at timestamptz NOT NULL,
  payments    integer     NOT NULL,
  failed      boolean     NOT NULL
);
