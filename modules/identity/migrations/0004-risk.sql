-- Why a password is disabled: `guessed` after too many wrong tries, which its owner may undo by mail; `not_me` when
-- its owner said that somebody else knows it, after which only a new one helps.
ALTER TABLE identity.passwords ADD COLUMN disabled_reason text;

-- Solved challenges, by the hash of their nonce: a solution is good once.
CREATE TABLE identity.used_challenges (
  hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);

CREATE INDEX used_challenges_expires ON identity.used_challenges (expires_at);

-- Until then a proof of work is asked for and taken in the place of reCAPTCHA, which could not be reached.
CREATE TABLE identity.recaptcha_outage (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  until timestamptz NOT NULL
);
