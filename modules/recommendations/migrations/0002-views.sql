-- What customers looked at, each product once. Of guests nothing is kept; whoever does not want it has a row in `unseen`.
CREATE TABLE recommendations.views (
  customer_id uuid NOT NULL,
  product_id uuid NOT NULL,
  viewed_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, product_id)
);

CREATE INDEX views_of_customer ON recommendations.views (customer_id, viewed_at DESC);
CREATE INDEX views_oldest ON recommendations.views (viewed_at);

CREATE TABLE recommendations.unseen (
  customer_id uuid PRIMARY KEY,
  since timestamptz NOT NULL
);

-- Each time it was learnt. One runs at a time, in whichever process: it says that it lives by `beat_at`.
CREATE TABLE recommendations.trainings (
  id uuid PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('running', 'done', 'failed')),
  started_at timestamptz NOT NULL,
  beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
);

CREATE UNIQUE INDEX trainings_one ON recommendations.trainings (status) WHERE status = 'running';
CREATE INDEX trainings_newest ON recommendations.trainings (started_at DESC);

-- A training that somebody ordered and that has not begun.
CREATE TABLE recommendations.ordered (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  ordered_at timestamptz NOT NULL
);

ALTER TABLE recommendations.models ADD COLUMN views integer NOT NULL DEFAULT 0;

-- How many of its buyers came back for it: what is nearly never bought again is a thing to keep.
ALTER TABLE recommendations.neighbours ADD COLUMN again real NOT NULL DEFAULT 0;
