-- Archives of what the shop holds about a customer, for the customer. Sealed; gone after some days.
CREATE TABLE customers.exports (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('queued', 'ready', 'expired', 'failed')),
  requested_at timestamptz NOT NULL,
  ready_at timestamptz,
  expires_at timestamptz,
  size integer,                           -- of the archive as it is handed out
  archive bytea,
  CHECK ((status = 'ready') = (archive IS NOT NULL))
);

-- What is encrypted does not compress.
ALTER TABLE customers.exports ALTER COLUMN archive SET STORAGE EXTERNAL;

CREATE INDEX exports_account ON customers.exports (account_id, id);
CREATE UNIQUE INDEX exports_one_at_a_time ON customers.exports (account_id) WHERE status = 'queued';
CREATE INDEX exports_expiry ON customers.exports (expires_at) WHERE status = 'ready';

-- Customers who leave. What stays in the end is that an account of this id was erased, and when.
CREATE TABLE customers.erasures (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE,
  contact bytea,                          -- sealed; where the last mail goes, until all is done
  requested_at timestamptz NOT NULL,
  erased_at timestamptz,
  finished_at timestamptz,
  CHECK ((finished_at IS NULL) = (contact IS NOT NULL))
);

CREATE INDEX erasures_open ON customers.erasures (requested_at) WHERE finished_at IS NULL;
