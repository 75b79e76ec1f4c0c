-- Tries at what a token asks for beside itself: a date of birth, a second factor. Counted before they are judged.
ALTER TABLE identity.one_time_tokens ADD COLUMN tries int NOT NULL DEFAULT 0;

-- An account that wants another address. It counts once both have confirmed it; at most one of an account is open.
CREATE TABLE identity.email_changes (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  new_email text NOT NULL CHECK (new_email = lower(new_email)),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  new_confirmed_at timestamptz,
  old_confirmed_at timestamptz,
  -- Made, cancelled or replaced.
  closed_at timestamptz
);

CREATE UNIQUE INDEX email_changes_open ON identity.email_changes (account_id) WHERE closed_at IS NULL;
CREATE INDEX email_changes_expires ON identity.email_changes (expires_at);
