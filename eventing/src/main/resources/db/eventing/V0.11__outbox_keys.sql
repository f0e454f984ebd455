-- What was raised once stays raised once after retention has removed the event: the keys of removed events are kept.
-- A trigger does it, so that it holds for every version of the relay, and for whoever else deletes.
CREATE TABLE outbox_key (
  idempotency_key text     PRIMARY KEY,
  event_id        uuid     NOT NULL,
  aggregate_id    uuid     NOT NULL,
  sequence        bigint   NOT NULL,
  event_type      text     NOT NULL
);

-- Runs as its owner: the relay's role deletes events and may not write here.
CREATE FUNCTION outbox_keep_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
BEGIN
  INSERT INTO outbox_key (idempotency_key, event_id, aggregate_id, sequence, event_type)
  SELECT idempotency_key, event_id, aggregate_id, sequence, event_type FROM removed WHERE idempotency_key IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_keep_keys AFTER DELETE ON outbox_event
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION outbox_keep_keys();
