-- Sign-ins of providers that are connected to accounts. Who somebody is at an issuer is told by the subject alone.
CREATE TABLE identity.external_identities (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  provider text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  -- To tell several apart; nothing is decided by it.
  email text,
  linked_at timestamptz NOT NULL,
  last_used_at timestamptz,
  UNIQUE (issuer, subject)
);

CREATE INDEX external_identities_account ON identity.external_identities (account_id);

-- Browsers that were sent to a provider and are expected back, each for one purpose and once.
CREATE TABLE identity.external_sign_ins (
  state_hash bytea PRIMARY KEY,
  provider text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('login', 'link')),
  audience text NOT NULL CHECK (audience IN ('shop', 'staff')),
  -- The nonce and the code verifier, sealed with a key that is not in the database.
  secrets bytea NOT NULL,
  -- Of the browser that was sent; another one that comes back gets nothing.
  device_hash bytea NOT NULL,
  account_id uuid REFERENCES identity.accounts (id) ON DELETE CASCADE,
  session_id uuid REFERENCES identity.sessions (id) ON DELETE CASCADE,
  next text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((account_id IS NOT NULL) = (purpose = 'link')),
  CHECK ((session_id IS NOT NULL) = (purpose = 'link'))
);

CREATE INDEX external_sign_ins_expires ON identity.external_sign_ins (expires_at);
CREATE INDEX external_sign_ins_account ON identity.external_sign_ins (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX external_sign_ins_session ON identity.external_sign_ins (session_id) WHERE session_id IS NOT NULL;

-- Sign-ins whose address is that of an account: connected once its owner has signed in the usual way and said so.
CREATE TABLE identity.external_offers (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.accounts (id) ON DELETE CASCADE,
  device_hash bytea NOT NULL,
  provider text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  email text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE INDEX external_offers_account ON identity.external_offers (account_id);
CREATE INDEX external_offers_expires ON identity.external_offers (expires_at);
