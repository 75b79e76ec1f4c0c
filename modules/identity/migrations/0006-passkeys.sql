-- Challenges that passkeys sign. One made for a purpose, an account, a session or a waiting sign-in serves nothing else.
CREATE TABLE identity.passkey_challenges (
  hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('register', 'sign_in', 'second_factor', 'step_up')),
  account_id uuid REFERENCES identity.accounts (id) ON DELETE CASCADE,
  session_id uuid REFERENCES identity.sessions (id) ON DELETE CASCADE,
  pending_id uuid REFERENCES identity.pending_sign_ins (id) ON DELETE CASCADE,
  audience text NOT NULL CHECK (audience IN ('shop', 'staff')),
  scheme text NOT NULL CHECK (scheme IN ('browser', 'program')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((account_id IS NULL) = (purpose = 'sign_in')),
  CHECK ((session_id IS NOT NULL) = (purpose IN ('register', 'step_up'))),
  CHECK ((pending_id IS NOT NULL) = (purpose = 'second_factor'))
);

CREATE INDEX passkey_challenges_expires ON identity.passkey_challenges (expires_at);
CREATE INDEX passkey_challenges_account ON identity.passkey_challenges (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX passkey_challenges_session ON identity.passkey_challenges (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX passkey_challenges_pending ON identity.passkey_challenges (pending_id) WHERE pending_id IS NOT NULL;
