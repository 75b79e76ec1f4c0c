-- Links to look at products that are not published. Only the hash of what is in the link.
CREATE TABLE catalog.previews (
  token_hash bytea PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.products ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE INDEX previews_product ON catalog.previews (product_id);
CREATE INDEX previews_expired ON catalog.previews (expires_at);
