CREATE TABLE catalog.categories (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES catalog.categories,
  slug text COLLATE "C" NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  position integer NOT NULL,
  -- As the contract shows a picture; pictures never change.
  picture jsonb,
  -- From the root down to itself.
  path uuid[] NOT NULL,
  breadcrumb jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT categories_slug UNIQUE (slug),
  CONSTRAINT categories_path CHECK (path[cardinality(path)] = id AND cardinality(path) <= 12)
);

CREATE INDEX categories_parent ON catalog.categories (parent_id);

CREATE TABLE catalog.products (
  id uuid PRIMARY KEY,
  slug text COLLATE "C" NOT NULL,
  name text NOT NULL,
  summary text NOT NULL,
  description text NOT NULL,
  brand text,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  category_id uuid REFERENCES catalog.categories,
  options jsonb NOT NULL,
  attributes jsonb NOT NULL,
  pictures jsonb NOT NULL,
  currency text NOT NULL,
  -- What follows is derived from the above and from the variants, and written together with it.
  price_minor bigint NOT NULL,
  available integer NOT NULL,
  in_stock boolean NOT NULL,
  variant_count integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  card json NOT NULL,
  detail json NOT NULL,
  search tsvector NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT products_slug UNIQUE (slug)
) WITH (fillfactor = 90);

-- A list page reads cards: they stay in the row. A detail is read alone and needs no unpacking.
ALTER TABLE catalog.products ALTER COLUMN card SET STORAGE MAIN;
ALTER TABLE catalog.products ALTER COLUMN detail SET STORAGE EXTERNAL;

CREATE INDEX products_search ON catalog.products USING gin (search);
CREATE INDEX products_category ON catalog.products (category_id);
CREATE INDEX products_brand ON catalog.products (brand, id) WHERE status = 'published';
CREATE INDEX products_newest ON catalog.products (id) WHERE status = 'published';
CREATE INDEX products_updated ON catalog.products (updated_at DESC, id DESC);

CREATE TABLE catalog.variants (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.products,
  position integer NOT NULL,
  sku text NOT NULL,
  options jsonb NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  compare_at_minor bigint CHECK (compare_at_minor >= 0),
  -- As last heard from the stock; -1: not heard of yet.
  available integer NOT NULL DEFAULT 0,
  stock_version bigint NOT NULL DEFAULT -1,
  -- Pieces that the stock has not been told of yet.
  initial_quantity integer CHECK (initial_quantity >= 0),
  retired_at timestamptz
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX variants_sku ON catalog.variants (sku) WHERE retired_at IS NULL;
CREATE INDEX variants_product ON catalog.variants (product_id, position) WHERE retired_at IS NULL;
CREATE INDEX variants_untold ON catalog.variants (id) WHERE initial_quantity IS NOT NULL;

-- What a filter or a facet reads. Long texts are not in it: nobody filters by a paragraph.
CREATE TABLE catalog.product_attributes (
  product_id uuid NOT NULL REFERENCES catalog.products,
  key text NOT NULL,
  text_value text NOT NULL,
  number_value double precision,
  PRIMARY KEY (product_id, key)
);

CREATE INDEX product_attributes_text ON catalog.product_attributes (key, text_value, product_id);
CREATE INDEX product_attributes_number ON catalog.product_attributes (key, number_value, product_id)
  WHERE number_value IS NOT NULL;

CREATE TABLE catalog.attribute_names (
  key text PRIMARY KEY,
  name text NOT NULL
);

-- Each published product once for every category it is found in: its own, those above, and the nil UUID for all.
CREATE TABLE catalog.listings (
  category_id uuid NOT NULL,
  product_id uuid NOT NULL REFERENCES catalog.products,
  price_minor bigint NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  PRIMARY KEY (category_id, product_id)
);

CREATE INDEX listings_product ON catalog.listings (product_id);
CREATE INDEX listings_price ON catalog.listings (category_id, price_minor, product_id);
CREATE INDEX listings_name ON catalog.listings (category_id, sort_name, product_id);

-- How many listings a category has, so that no page counts them.
CREATE TABLE catalog.listing_counts (
  category_id uuid PRIMARY KEY,
  published integer NOT NULL CHECK (published >= 0)
) WITH (fillfactor = 50);

CREATE FUNCTION catalog.count_added_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog.listing_counts AS counts (category_id, published)
  SELECT category_id, count(*) FROM changed GROUP BY category_id ORDER BY category_id
  ON CONFLICT (category_id) DO UPDATE SET published = counts.published + excluded.published;
  RETURN NULL;
END $$;

CREATE FUNCTION catalog.count_removed_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM catalog.listing_counts
  WHERE category_id IN (SELECT category_id FROM changed)
  ORDER BY category_id FOR UPDATE;
  UPDATE catalog.listing_counts AS counts SET published = counts.published - removed.n
  FROM (SELECT category_id, count(*) AS n FROM changed GROUP BY category_id) AS removed
  WHERE counts.category_id = removed.category_id;
  RETURN NULL;
END $$;

CREATE TRIGGER listings_added AFTER INSERT ON catalog.listings REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION catalog.count_added_listings();
CREATE TRIGGER listings_removed AFTER DELETE ON catalog.listings REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION catalog.count_removed_listings();
