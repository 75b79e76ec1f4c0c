-- What each product that was ever reviewed is rated: how many published reviews have one star, two, … five.
CREATE TABLE reviews.products (
  product_id uuid PRIMARY KEY,
  -- Whose product it is, as the catalogue last said; null: the shop's own.
  seller_id uuid,
  stars integer[] NOT NULL DEFAULT '{0,0,0,0,0}' CHECK (cardinality(stars) = 5 AND 0 <= ALL (stars)),
  -- Grows with each change of the stars.
  version bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

CREATE INDEX products_of_seller ON reviews.products (seller_id) WHERE seller_id IS NOT NULL;

CREATE TABLE reviews.reviews (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES reviews.products,
  customer_id uuid NOT NULL,
  author_name text NOT NULL,
  rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
  title text NOT NULL,
  text text NOT NULL,
  verified boolean NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'published', 'rejected')),
  rejected_reason text,
  helpful_count integer NOT NULL DEFAULT 0 CHECK (helpful_count >= 0),
  report_count integer NOT NULL DEFAULT 0 CHECK (report_count >= 0),
  reply text,
  replied_at timestamptz,
  -- Grows with each change of the words.
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT reviews_one_each UNIQUE (customer_id, product_id),
  CONSTRAINT reviews_reply CHECK ((reply IS NULL) = (replied_at IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX reviews_newest ON reviews.reviews (product_id, created_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX reviews_helpful ON reviews.reviews (product_id, helpful_count DESC, id DESC) WHERE status = 'published';
CREATE INDEX reviews_by_status ON reviews.reviews (status, created_at DESC, id DESC);
CREATE INDEX reviews_reported ON reviews.reviews (report_count DESC, id DESC) WHERE report_count > 0;

-- Who found which review helpful: once each.
CREATE TABLE reviews.votes (
  review_id uuid NOT NULL REFERENCES reviews.reviews ON DELETE CASCADE,
  customer_id uuid NOT NULL,
  voted_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, customer_id)
);

CREATE INDEX votes_of_customer ON reviews.votes (customer_id);

-- What is still to be looked at: once per person and review.
CREATE TABLE reviews.reports (
  review_id uuid NOT NULL REFERENCES reviews.reviews ON DELETE CASCADE,
  customer_id uuid NOT NULL,
  reason text NOT NULL,
  note text NOT NULL,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, customer_id)
);

CREATE INDEX reports_of_customer ON reviews.reports (customer_id);
