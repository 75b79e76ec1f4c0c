CREATE TABLE media.pictures (
  id uuid PRIMARY KEY,
  -- Of the file as it came; the file itself is not kept.
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  alt text NOT NULL,
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  widths integer[] NOT NULL CHECK (cardinality(widths) > 0),
  imported boolean NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL
);

-- The same picture imported again is the same picture.
CREATE UNIQUE INDEX pictures_imported ON media.pictures (sha256, alt) WHERE imported;
