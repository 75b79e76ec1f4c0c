-- One row a person. Until `email_verified_at` is set nobody can sign in with it.
CREATE TABLE identity.accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  username text,
  full_name text NOT NULL,
  date_of_birth date,
  role text NOT NULL,
  email_verified_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX accounts_username ON identity.accounts (lower(username)) WHERE username IS NOT NULL;
CREATE INDEX accounts_unverified ON identity.accounts (created_at) WHERE email_verified_at IS NULL;

-- Apart from the account, so that no query for a person can read it by accident.
CREATE TABLE identity.passwords (
  account_id uuid PRIMARY KEY REFERENCES identity.accounts (id) ON DELETE CASCADE,
  hash text NOT NULL CHECK (hash LIKE '$argon2id$%'),
  changed_at timestamptz NOT NULL
);

-- Who holds a username. Signing up holds it whether or not the e-mail address is known, so that a second try tells
-- nothing about the address; `holder` is a keyed hash of the address.
CREATE TABLE identity.usernames (
  name text PRIMARY KEY CHECK (name = lower(name)),
  holder bytea NOT NULL,
  held_until timestamptz NOT NULL
);

-- A sign-in: of a browser, with a token of its own, or of a program, with a family of refresh tokens.
CREATE TABLE identity.sessions (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  audience text NOT NULL CHECK (audience IN ('shop', 'staff')),
  token_hash bytea UNIQUE,
  ip text,
  user_agent text,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  idle_expires_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX sessions_account ON identity.sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_expires ON identity.sessions (expires_at);

CREATE TABLE identity.refresh_tokens (
  hash bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES identity.sessions (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX refresh_tokens_session ON identity.refresh_tokens (session_id);

CREATE TABLE identity.one_time_tokens (
  hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('verify_email', 'set_up_owner')),
  account_id uuid REFERENCES identity.accounts (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((purpose = 'verify_email') = (account_id IS NOT NULL))
);

CREATE INDEX one_time_tokens_account ON identity.one_time_tokens (account_id);

-- At most one row: the shop has had an owner since.
CREATE TABLE identity.shop_owner (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  account_id uuid NOT NULL,
  set_up_at timestamptz NOT NULL
);

-- Tries by keyed hash of whom they are about: an address, a network. Nothing personal can be read from it.
CREATE TABLE identity.throttle (
  key text PRIMARY KEY,
  tries int NOT NULL,
  blocked_until timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE INDEX throttle_updated ON identity.throttle (updated_at);
