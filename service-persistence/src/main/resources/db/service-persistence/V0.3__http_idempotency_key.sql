-- One row per Idempotency-Key, written in the transaction of the change it protects.
CREATE TABLE http_idempotency_key (
  caller       text        NOT NULL,
  operation    text        NOT NULL,
  key          text        NOT NULL,
  request_hash bytea       NOT NULL,
  status       smallint,
  headers      jsonb,
  body         jsonb,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (caller, operation, key)
);
CREATE INDEX http_idempotency_key_created_at_idx ON http_idempotency_key (created_at);
