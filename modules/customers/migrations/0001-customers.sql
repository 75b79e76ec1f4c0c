-- Places a customer has things sent to.
CREATE TABLE customers.addresses (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  label text NOT NULL,
  is_default boolean NOT NULL,
  address jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE INDEX addresses_customer ON customers.addresses (customer_id, id);
CREATE UNIQUE INDEX addresses_one_default ON customers.addresses (customer_id) WHERE is_default;
