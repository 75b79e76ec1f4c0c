-- What signing in knows since there are second factors, known devices and locks.
ALTER TABLE identity.accounts
  ADD COLUMN language text NOT NULL DEFAULT 'en',
  ADD COLUMN avatar_id uuid,
  -- Whether a reset of the password also asks for the date of birth, where there is one.
  ADD COLUMN birth_date_check boolean NOT NULL DEFAULT true,
  ADD COLUMN locked_at timestamptz,
  ADD COLUMN locked_by uuid,
  ADD COLUMN lock_reason text,
  ADD CHECK ((locked_at IS NULL) = (lock_reason IS NULL));

ALTER TABLE identity.passwords
  -- Wrong tries since the last right one; a password that was guessed at too often is disabled, nothing else is.
  ADD COLUMN failures int NOT NULL DEFAULT 0,
  ADD COLUMN disabled_at timestamptz,
  -- Below the length that is enough alone: only while the account has a second factor.
  ADD COLUMN short boolean NOT NULL DEFAULT false;

ALTER TABLE identity.sessions
  -- The last proof of a credential; null where a remembered device stood in for the second factor.
  ADD COLUMN authenticated_at timestamptz,
  ADD COLUMN second_factor_at timestamptz,
  ADD COLUMN method text NOT NULL DEFAULT 'password',
  ADD COLUMN device_hash bytea,
  ADD COLUMN place text;

UPDATE identity.sessions SET authenticated_at = created_at;

-- Browsers and programs that an account signed in with before, by the hash of their token.
CREATE TABLE identity.devices (
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL,
  id uuid NOT NULL UNIQUE,
  user_agent text,
  place text,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  -- Until then this device stands in for the second factor.
  remembered_until timestamptz,
  PRIMARY KEY (account_id, token_hash)
);

CREATE INDEX devices_last_seen ON identity.devices (last_seen_at);

-- A sign-in whose first proof was right and that waits for the second.
CREATE TABLE identity.pending_sign_ins (
  id uuid PRIMARY KEY,
  hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  audience text NOT NULL CHECK (audience IN ('shop', 'staff')),
  scheme text NOT NULL CHECK (scheme IN ('browser', 'program')),
  proof text NOT NULL,
  methods text[] NOT NULL,
  remember_device boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX pending_sign_ins_expires ON identity.pending_sign_ins (expires_at);

-- Six digits that were mailed, as a keyed hash; the tries are counted before they are judged.
CREATE TABLE identity.mailed_codes (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('reset_otp', 'sign_in_code')),
  reference uuid,
  hash bytea NOT NULL,
  tries int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX mailed_codes_account ON identity.mailed_codes (account_id, purpose);

ALTER TABLE identity.one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  DROP CONSTRAINT one_time_tokens_check,
  ADD COLUMN reference uuid,
  ADD CONSTRAINT one_time_tokens_purpose_check CHECK (purpose IN (
    'verify_email', 'set_up_owner', 'unlock_password', 'not_me', 'confirm_new_email', 'confirm_old_email',
    'enrol_staff', 'staff_recovery', 'reset_password'
  ));

-- An authenticator app. The secret is sealed with a key that is not in the database; `last_step` is the newest time
-- step whose code was spent.
CREATE TABLE identity.totp (
  account_id uuid PRIMARY KEY REFERENCES identity.accounts (id) ON DELETE CASCADE,
  secret bytea NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0,
  failures int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE identity.backup_codes (
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, hash)
);

CREATE TABLE identity.passkeys (
  id uuid PRIMARY KEY,
  credential_id bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);

CREATE INDEX passkeys_account ON identity.passkeys (account_id);
