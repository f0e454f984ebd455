-- The inbox knows which events it applied, which it lacks, and shares a lock with the rebuilds.
-- Pods of the version before go on beside this: they write neither the new columns nor the new tables.

-- The ids of the last events that were applied, four bytes each, the newest last; recent_sequence is the number of
-- the newest. They belong to the cursor only while recent_sequence = last_sequence: an older pod moves the cursor alone.
ALTER TABLE inbox_cursor ADD COLUMN recent bytea, ADD COLUMN recent_sequence bigint;
-- The lanes of a digest.
CREATE INDEX inbox_cursor_lane_idx ON inbox_cursor (projection, (uuid_hash(aggregate_id) & 63));

-- GAP: an earlier event of the aggregate has not arrived. BEHIND: it waits behind an event that could not be applied.
-- ERROR: this event could not be applied; it is tried again at next_attempt_at, or only by hand when that is null.
ALTER TABLE inbox_parked
  DROP CONSTRAINT inbox_parked_reason_check,
  ADD CONSTRAINT inbox_parked_reason_check CHECK (reason IN ('GAP', 'BEHIND', 'ERROR')) NOT VALID,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  ADD COLUMN next_attempt_at timestamptz;
CREATE INDEX inbox_parked_retry_idx ON inbox_parked (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Messages that carry a number that another event has: one of the two is forged or a mistake. Never applied by itself.
CREATE TABLE inbox_conflict (
  projection   text        NOT NULL,
  aggregate_id uuid        NOT NULL,
  sequence     bigint      NOT NULL,
  event_id     uuid        NOT NULL,
  event_type   text        NOT NULL,
  attributes   jsonb       NOT NULL,
  data         bytea       NOT NULL,
  received_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (projection, aggregate_id, sequence, event_id)
);

-- Aggregates of which a projection lacks events that are known to have been published, up to known_sequence.
CREATE TABLE inbox_gap (
  projection       text        NOT NULL,
  aggregate_id     uuid        NOT NULL,
  outbox           text        NOT NULL,
  known_sequence   bigint      NOT NULL,
  -- ARRIVAL: a later event came. LIMIT: a message was not kept because too many are parked.
  -- VERIFICATION: the relay has published more than was applied.
  found_by         text        NOT NULL CHECK (found_by IN ('ARRIVAL', 'LIMIT', 'VERIFICATION')),
  found_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  attempts         integer     NOT NULL DEFAULT 0,
  next_attempt_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Since when the relay says that its log does not have all of the missing events any more.
  unfillable_since timestamptz,
  PRIMARY KEY (projection, aggregate_id)
);
CREATE INDEX inbox_gap_due_idx ON inbox_gap (next_attempt_at);

-- What an operator decided not to apply.
CREATE TABLE inbox_skipped (
  projection    text        NOT NULL,
  aggregate_id  uuid        NOT NULL,
  from_sequence bigint      NOT NULL,
  to_sequence   bigint      NOT NULL,
  reason        text        NOT NULL,
  skipped_by    text        NOT NULL,
  skipped_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (projection, aggregate_id, from_sequence)
);

-- When what an outbox has published was last compared with what the projections have applied.
CREATE TABLE inbox_verification (
  outbox  text        PRIMARY KEY,
  next_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE inbox_verified (
  projection  text        PRIMARY KEY,
  verified_at timestamptz NOT NULL,
  missing     bigint      NOT NULL
);

-- A write that fails only when the database does.
CREATE TABLE inbox_probe (one boolean PRIMARY KEY DEFAULT true CHECK (one), probed_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO inbox_probe DEFAULT VALUES;

CREATE INDEX inbox_unreadable_received_idx ON inbox_unreadable (received_at);

-- One lock per projection: whoever applies an event or decides by a read model shares it, whoever empties one has it alone.
CREATE FUNCTION inbox_lock_key(projection text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT hashtextextended(current_schema() || '.inbox.' || projection, 0)
$$;

-- Which of the read models are not whole. None of the others is emptied before the end of the caller's transaction.
-- Nobody waits here: one that is being emptied is not whole. Volatile PL/pgSQL: the second statement sees what was
-- committed before the first.
CREATE FUNCTION inbox_incomplete(names text[]) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    IF NOT pg_try_advisory_xact_lock_shared(inbox_lock_key(name)) THEN
      RETURN name;
    END IF;
  END LOOP;
  RETURN (SELECT coalesce(string_agg(projection, ', ' ORDER BY projection), '') FROM read_model_rebuild
          WHERE finished_at IS NULL AND projection = ANY (names));
END $$;

-- Begins a rebuild: no event is applied to the projection until the caller commits, and then from the first one on.
-- The caller empties the tables of the read model in the same transaction, after this. Migrations call this as well.
CREATE FUNCTION inbox_begin_rebuild(name text, outbox_name text, started_by_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(inbox_lock_key(name));
  INSERT INTO read_model_rebuild AS rebuild (projection, outbox, started_by, expected_events)
  SELECT name, outbox_name, started_by_name, coalesce(sum(last_sequence), 0) FROM inbox_cursor WHERE projection = name
  ON CONFLICT (projection) DO UPDATE
    SET started_at = clock_timestamp(), started_by = excluded.started_by,
        expected_events = greatest(excluded.expected_events, rebuild.expected_events),
        replay_requested_at = NULL, finished_at = NULL;
  -- A rebuild that begins while another is under way has to come as far as both.
  INSERT INTO read_model_target AS target (projection, aggregate_id, last_sequence)
  SELECT projection, aggregate_id, last_sequence FROM inbox_cursor WHERE projection = name
  ON CONFLICT (projection, aggregate_id) DO UPDATE
    SET last_sequence = greatest(target.last_sequence, excluded.last_sequence);
  DELETE FROM inbox_parked WHERE projection = name;
  DELETE FROM inbox_gap WHERE projection = name;
  DELETE FROM inbox_conflict WHERE projection = name;
  DELETE FROM inbox_cursor WHERE projection = name;
END $$;
