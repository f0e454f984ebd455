-- A repeated request gets the bytes of the first answer; jsonb keeps neither the order of the keys nor spaces.
-- A replica of the version before still reads and writes body.
ALTER TABLE http_idempotency_key ADD COLUMN body_as_sent text;
