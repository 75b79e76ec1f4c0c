-- Sign-ups wait apart from accounts until their address is confirmed, each with its own password: whoever confirms one
-- gets what was typed in with it and nothing else. An account exists only for a confirmed address.
CREATE TABLE identity.sign_ups (
  -- Becomes the account's.
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  username text,
  full_name text NOT NULL,
  date_of_birth date,
  language text NOT NULL DEFAULT 'en',
  requested_role text NOT NULL DEFAULT 'customer',
  hash text NOT NULL CHECK (hash LIKE '$argon2id$%'),
  created_at timestamptz NOT NULL
);

CREATE INDEX sign_ups_email ON identity.sign_ups (email, created_at);
CREATE INDEX sign_ups_username ON identity.sign_ups (lower(username)) WHERE username IS NOT NULL;
CREATE INDEX sign_ups_created ON identity.sign_ups (created_at);

INSERT INTO identity.sign_ups (id, email, username, full_name, date_of_birth, hash, created_at)
SELECT a.id, a.email, a.username, a.full_name, a.date_of_birth, p.hash, a.created_at
FROM identity.accounts a JOIN identity.passwords p ON p.account_id = a.id
WHERE a.email_verified_at IS NULL;

UPDATE identity.one_time_tokens t SET reference = t.account_id, account_id = NULL
FROM identity.accounts a
WHERE t.purpose = 'verify_email' AND a.id = t.account_id AND a.email_verified_at IS NULL;

DELETE FROM identity.accounts WHERE email_verified_at IS NULL;

CREATE INDEX one_time_tokens_reference ON identity.one_time_tokens (reference) WHERE reference IS NOT NULL;

-- Customers who ask for more. Nothing is given before somebody decides; at most one request of an account waits.
CREATE TABLE identity.role_requests (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  role text NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  approved boolean,
  CHECK ((decided_at IS NULL) = (approved IS NULL))
);

CREATE UNIQUE INDEX role_requests_waiting ON identity.role_requests (account_id) WHERE decided_at IS NULL;
