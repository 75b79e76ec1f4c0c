CREATE TABLE media.files (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  owner_kind text NOT NULL CHECK (owner_kind IN ('customer', 'staff')),
  -- What a person called it; no path is ever made of it.
  name text NOT NULL CHECK (name <> ''),
  alt text NOT NULL,
  -- Of the bytes that are kept, which of a picture are not those that came.
  content_type text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  width integer CHECK (width > 0),
  height integer CHECK (height > 0),
  visibility text NOT NULL CHECK (visibility IN ('private', 'public')),
  status text NOT NULL CHECK (status IN ('quarantined', 'clean')),
  verified_at timestamptz,
  verified_by uuid,
  created_at timestamptz NOT NULL,
  CHECK ((width IS NULL) = (height IS NULL)),
  CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
  CHECK (verified_at IS NULL OR status = 'clean')
);

CREATE INDEX files_owner ON media.files (owner_id, id DESC);
CREATE INDEX files_public ON media.files (id DESC) WHERE visibility = 'public' AND status = 'clean';
CREATE INDEX files_quarantined ON media.files (id) WHERE status = 'quarantined';
