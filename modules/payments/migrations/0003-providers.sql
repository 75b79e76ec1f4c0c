-- How the ways to pay are set up. One without a row was never touched.
CREATE TABLE payments.providers (
  provider        text        PRIMARY KEY,
  -- Whether the merchant wants it offered.
  enabled         boolean     NOT NULL DEFAULT false,
  -- Its keys, encrypted with a key that is derived from the installation's master secret; null: none.
  sealed_keys     bytea,
  -- Where orders may go that are paid this way; null: it does not matter.
  countries       text[],
  last_webhook_at timestamptz,
  updated_at      timestamptz NOT NULL DEFAULT now()
);
