-- What search engines are told; empty: what the page says anyway. Tags are for staff alone.
ALTER TABLE catalog.products
  ADD COLUMN seo_title text NOT NULL DEFAULT '',
  ADD COLUMN seo_description text NOT NULL DEFAULT '',
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
ALTER TABLE catalog.categories
  ADD COLUMN seo_title text NOT NULL DEFAULT '',
  ADD COLUMN seo_description text NOT NULL DEFAULT '';

CREATE INDEX products_tags ON catalog.products USING gin (tags);

-- Addresses that something had before: they lead to it until something else takes them.
CREATE TABLE catalog.former_slugs (
  kind text NOT NULL CHECK (kind IN ('product', 'category')),
  slug text COLLATE "C" NOT NULL,
  target_id uuid NOT NULL,
  left_at timestamptz NOT NULL,
  PRIMARY KEY (kind, slug)
);
