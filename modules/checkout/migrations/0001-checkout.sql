-- One purchase on its way: written before its first effect, so that it can be finished or undone after a crash.
CREATE TABLE checkout.processes (
  -- The order's id, the reservation's and the process's own.
  order_id        uuid        PRIMARY KEY,
  -- The buyer's key, made unique to buyer and operation: the same request again is the same process.
  idempotency_key text        NOT NULL UNIQUE,
  state           text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'completed', 'abandoned')),
  -- What was decided at the beginning: lines with their prices, shipping, addresses. Never read again from elsewhere.
  plan            jsonb       NOT NULL,
  cart_id         uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  -- When the reconciler looks at it next.
  check_at        timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX processes_due ON checkout.processes (check_at) WHERE state = 'open';
