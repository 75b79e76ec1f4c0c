-- Photos that authors show with their reviews. The pictures themselves are kept by media, under the same ids.
CREATE TABLE reviews.photos (
  id uuid PRIMARY KEY,
  review_id uuid NOT NULL REFERENCES reviews.reviews ON DELETE CASCADE,
  -- Pixels; null until media has it.
  width integer,
  height integer,
  created_at timestamptz NOT NULL,
  CONSTRAINT photos_size CHECK ((width IS NULL) = (height IS NULL))
);

CREATE INDEX photos_of_review ON reviews.photos (review_id, id);
CREATE INDEX photos_arriving ON reviews.photos (created_at) WHERE width IS NULL;
