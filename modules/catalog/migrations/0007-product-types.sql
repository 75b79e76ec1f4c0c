-- Kinds of products. Attributes as the contract shows them, with their keys.
CREATE TABLE catalog.product_types (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  attributes jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX product_types_name ON catalog.product_types (lower(name));

ALTER TABLE catalog.products ADD COLUMN type_id uuid REFERENCES catalog.product_types;

CREATE INDEX products_type ON catalog.products (type_id) WHERE type_id IS NOT NULL;
