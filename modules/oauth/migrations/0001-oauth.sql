-- Apps of others that may sign people in. `secret_hash`: only apps that run on a server have one.
CREATE TABLE oauth.clients (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('web', 'spa', 'native')),
  redirect_uris text[] NOT NULL CHECK (cardinality(redirect_uris) > 0),
  post_logout_redirect_uris text[] NOT NULL,
  scopes text[] NOT NULL,
  secret_hash bytea,
  secret_since timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((kind = 'web') = (secret_hash IS NOT NULL)),
  CHECK ((secret_hash IS NULL) = (secret_since IS NULL))
);

-- What a person has allowed an app: one row a pair. Taking it back removes it, and with it every code and token.
CREATE TABLE oauth.grants (
  id uuid PRIMARY KEY,
  ref_hash bytea NOT NULL UNIQUE,         -- SHA-256 of the protocol's own id
  account_id uuid NOT NULL,
  client_id uuid NOT NULL REFERENCES oauth.clients (id) ON DELETE CASCADE,
  scopes text[] NOT NULL,
  payload bytea NOT NULL,                 -- sealed
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT grants_pair UNIQUE (account_id, client_id)
);

CREATE INDEX grants_client ON oauth.grants (client_id);
CREATE INDEX grants_expires ON oauth.grants (expires_at);

-- Codes, tokens, sessions and interactions. Ids are secrets: only their SHA-256 is kept, and payloads are sealed.
CREATE TABLE oauth.artefacts (
  kind text NOT NULL,
  id_hash bytea NOT NULL,
  uid_hash bytea,
  grant_id uuid REFERENCES oauth.grants (id) ON DELETE CASCADE,
  scopes text[] NOT NULL,
  payload bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  PRIMARY KEY (kind, id_hash)
);

CREATE INDEX artefacts_uid ON oauth.artefacts (uid_hash) WHERE uid_hash IS NOT NULL;
CREATE INDEX artefacts_grant ON oauth.artefacts (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX artefacts_expires ON oauth.artefacts (expires_at);

-- What an app asks a person for, until they have decided.
CREATE TABLE oauth.consents (
  request_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL,
  client_id uuid NOT NULL REFERENCES oauth.clients (id) ON DELETE CASCADE,
  scopes text[] NOT NULL,
  redirect_uri text NOT NULL,
  decision text CHECK (decision IN ('allow', 'deny')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX consents_expires ON oauth.consents (expires_at);

-- Keys that ID tokens are signed with, sealed. One signs from `signs_from` until the next of its algorithm does.
CREATE TABLE oauth.signing_keys (
  kid text PRIMARY KEY,
  alg text NOT NULL CHECK (alg IN ('RS256', 'EdDSA')),
  private_key bytea NOT NULL,
  public_jwk jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  signs_from timestamptz NOT NULL
);
