-- An authenticator app that is being set up, in one session; the one in use stays good until this one is confirmed.
CREATE TABLE identity.totp_setups (
  account_id uuid PRIMARY KEY REFERENCES identity.accounts (id) ON DELETE CASCADE,
  session_id uuid NOT NULL,
  secret bytea NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX totp_setups_expires ON identity.totp_setups (expires_at);
