-- What was answered to a request with an Idempotency-Key, so that the same request again is answered alike.
CREATE TABLE platform_http.idempotency_keys (
  -- Whose key it is, and for which operation: another caller's key is another row.
  scope        text        NOT NULL,
  key_hash     bytea       NOT NULL,
  request_hash bytea       NOT NULL,
  -- Until then the first request is taken to be running; a crash leaves it behind and a retry takes over.
  locked_until timestamptz NOT NULL,
  -- Both null while the request runs. The body is encrypted: it may hold personal data.
  status       smallint,
  body         bytea,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key_hash),
  CHECK ((status IS NULL) = (body IS NULL))
);

CREATE INDEX idempotency_keys_created_at ON platform_http.idempotency_keys (created_at);
