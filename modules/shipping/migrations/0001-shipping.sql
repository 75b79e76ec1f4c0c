-- Ways to send an order, each at one price.
CREATE TABLE shipping.methods (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  currency text NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  free_over_minor bigint CHECK (free_over_minor >= 0),
  countries text[] NOT NULL,              -- ISO 3166-1 alpha-2; empty: everywhere
  min_days integer NOT NULL CHECK (min_days >= 0),
  max_days integer NOT NULL,
  active boolean NOT NULL,
  position integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT methods_code UNIQUE (code),
  CONSTRAINT methods_days CHECK (max_days >= min_days)
);

-- One row once the default methods were offered: a merchant who deletes them does not get them back.
CREATE TABLE shipping.seeding (
  done boolean PRIMARY KEY CHECK (done),
  done_at timestamptz NOT NULL
);
