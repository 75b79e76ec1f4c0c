CREATE TABLE payments.payments (
  id                 uuid        PRIMARY KEY,
  -- One payment an order: what is paid can never be ambiguous.
  order_id           uuid        NOT NULL UNIQUE,
  provider           text        NOT NULL,
  provider_reference text        NOT NULL,
  status             text        NOT NULL DEFAULT 'pending'
                     CHECK (status IN ('pending', 'captured', 'failed', 'cancelled', 'partially_refunded', 'refunded')),
  amount_minor       bigint      NOT NULL CHECK (amount_minor > 0),
  captured_minor     bigint      NOT NULL DEFAULT 0 CHECK (captured_minor IN (0, amount_minor)),
  refunded_minor     bigint      NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND captured_minor),
  currency           char(3)     NOT NULL,
  next_action        jsonb,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider, provider_reference)
);

CREATE TABLE payments.refunds (
  id           uuid        PRIMARY KEY,
  payment_id   uuid        NOT NULL REFERENCES payments.payments (id),
  -- The request that asked for it: the same request again is the same refund.
  request_key  text        NOT NULL UNIQUE,
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
  status       text        NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'succeeded', 'failed')),
  reason       text,
  attempted_at timestamptz NOT NULL DEFAULT now(),
  created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX refunds_of_payment ON payments.refunds (payment_id);
CREATE INDEX refunds_open ON payments.refunds (attempted_at) WHERE status = 'pending';

-- Double entry: the debits of a transaction equal its credits.
CREATE TABLE payments.ledger_entries (
  id             uuid        PRIMARY KEY,
  transaction_id uuid        NOT NULL,
  payment_id     uuid        NOT NULL REFERENCES payments.payments (id),
  account        text        NOT NULL CHECK (account IN ('provider_clearing', 'customer_payments', 'refunds')),
  debit_minor    bigint      NOT NULL DEFAULT 0 CHECK (debit_minor >= 0),
  credit_minor   bigint      NOT NULL DEFAULT 0 CHECK (credit_minor >= 0),
  currency       char(3)     NOT NULL,
  description    text        NOT NULL,
  occurred_at    timestamptz NOT NULL DEFAULT now(),
  CHECK ((debit_minor = 0) <> (credit_minor = 0))
);

CREATE INDEX ledger_of_payment ON payments.ledger_entries (payment_id, id);

-- News from providers that was taken in, so that the same news again has no effect.
CREATE TABLE payments.provider_events (
  provider    text        NOT NULL,
  event_id    text        NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, event_id)
);

CREATE INDEX provider_events_received_at ON payments.provider_events (received_at);

-- The books of the sandbox bank. They stand for another company's: nothing outside `sandbox/` reads them.
CREATE TABLE payments.sandbox_payments (
  reference    uuid        PRIMARY KEY,
  order_id     uuid        NOT NULL,
  amount_minor bigint      NOT NULL,
  currency     char(3)     NOT NULL,
  status       text        NOT NULL DEFAULT 'open'
               CHECK (status IN ('open', 'approving', 'approved', 'declined', 'cancelled')),
  approves_at  timestamptz,
  return_url   text        NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE payments.sandbox_refunds (
  refund_id    uuid        PRIMARY KEY,
  reference    uuid        NOT NULL REFERENCES payments.sandbox_payments (reference),
  amount_minor bigint      NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);
