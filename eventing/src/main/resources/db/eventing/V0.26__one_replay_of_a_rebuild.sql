-- Which replay fills a read model. Two copies of a service, and a copy that got no answer, ask the relay for the same
-- one; without an id, each request made the relay publish the whole log once more.
ALTER TABLE read_model_rebuild ADD COLUMN replay_id uuid;

CREATE OR REPLACE FUNCTION inbox_begin_rebuild(name text, outbox_name text, started_by_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(inbox_lock_key(name));
  INSERT INTO read_model_rebuild AS rebuild (projection, outbox, started_by, expected_events)
  SELECT name, outbox_name, started_by_name, coalesce(sum(last_sequence), 0) FROM inbox_cursor WHERE projection = name
  ON CONFLICT (projection) DO UPDATE
    SET started_at = clock_timestamp(), started_by = excluded.started_by,
        expected_events = greatest(excluded.expected_events, rebuild.expected_events),
        replay_id = NULL, replay_requested_at = NULL, finished_at = NULL;
  -- A rebuild that begins while another is under way has to come as far as both.
  INSERT INTO read_model_target AS target (projection, aggregate_id, last_sequence)
  SELECT projection, aggregate_id, last_sequence FROM inbox_cursor WHERE projection = name ORDER BY aggregate_id
  ON CONFLICT (projection, aggregate_id) DO UPDATE
    SET last_sequence = greatest(target.last_sequence, excluded.last_sequence);
  PERFORM FROM inbox_parked WHERE projection = name ORDER BY aggregate_id, sequence FOR UPDATE;
  DELETE FROM inbox_parked WHERE projection = name;
  PERFORM FROM inbox_gap WHERE projection = name ORDER BY aggregate_id FOR UPDATE;
  DELETE FROM inbox_gap WHERE projection = name;
  DELETE FROM inbox_conflict WHERE projection = name;
  PERFORM FROM inbox_cursor WHERE projection = name ORDER BY aggregate_id FOR UPDATE;
  DELETE FROM inbox_cursor WHERE projection = name;
END $$;
