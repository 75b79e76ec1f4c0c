-- How high somebody stands by roles beside the one of their account; 0 where there are none. Kept by who knows them.
ALTER TABLE identity.accounts ADD COLUMN extra_priority smallint NOT NULL DEFAULT 0;

-- What a session has proven, and how its sign-in looked.
ALTER TABLE identity.sessions
  ADD COLUMN factors text[] NOT NULL DEFAULT '{}',
  ADD COLUMN device_known boolean NOT NULL DEFAULT false,
  ADD COLUMN risk smallint NOT NULL DEFAULT 0;

UPDATE identity.sessions SET factors = string_to_array(regexp_replace(method, 'external:[a-z]+', 'external'), '+');

ALTER TABLE identity.pending_sign_ins ADD COLUMN risk smallint NOT NULL DEFAULT 0;
