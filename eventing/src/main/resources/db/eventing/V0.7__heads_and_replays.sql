-- outbox_head    how far each aggregate is published; stays when retention deletes its events
-- outbox_replay  what is published again, by whose request and how far that is
--
-- For a rolling upgrade: both are new, and the trigger works for relays that know neither. What took a lock on an
-- existing table is a moment's work.

CREATE TABLE outbox_head (
  aggregate_id  uuid     PRIMARY KEY,
  lane          smallint NOT NULL,
  last_sequence bigint   NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX outbox_head_lane_idx ON outbox_head (lane, aggregate_id);

-- Per statement: one row per aggregate of a settlement. In the order of the aggregates, so that two replicas which
-- settle the same ones never wait for each other in a circle.
CREATE FUNCTION outbox_advance_heads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_head AS head (aggregate_id, lane, last_sequence)
  SELECT e.aggregate_id, min(e.lane), max(e.sequence)
  FROM settled s JOIN outbox_event e ON e.id = s.id
  GROUP BY e.aggregate_id ORDER BY e.aggregate_id
  ON CONFLICT (aggregate_id) DO UPDATE SET last_sequence = excluded.last_sequence
  WHERE head.last_sequence < excluded.last_sequence;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_advance_heads AFTER INSERT ON outbox_receipt
  REFERENCING NEW TABLE AS settled FOR EACH STATEMENT EXECUTE FUNCTION outbox_advance_heads();

-- The heads of what was published before there were heads are filled in by the relay, in small transactions: a
-- migration would hold up every settlement until it had read the whole log.
CREATE TABLE outbox_head_fill (
  position bigint NOT NULL,
  done     boolean NOT NULL
);
INSERT INTO outbox_head_fill SELECT 0, NOT EXISTS (SELECT FROM outbox_receipt);

CREATE TABLE outbox_replay (
  id           uuid        PRIMARY KEY,
  filter       jsonb       NOT NULL,
  requested_by text        NOT NULL,
  reason       text,
  -- Events per second; without one, as many as the lanes' spare time allows.
  rate         integer     CHECK (rate > 0),
  state        text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'FINISHED', 'CANCELLED')),
  -- Events of the log that the filter selected when the replay was asked for.
  matched      bigint      NOT NULL,
  published    bigint      NOT NULL DEFAULT 0,
  refused      bigint      NOT NULL DEFAULT 0,
  -- Everything up to this id of the log is done, out of everything up to the other.
  position     bigint      NOT NULL DEFAULT 0,
  up_to        bigint      NOT NULL,
  last_error   text,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at  timestamptz,
  -- Whose turn it is: a lease by the database's clock, for one batch.
  owner        text,
  epoch        bigint      NOT NULL DEFAULT 0,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  next_turn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_turn_at timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 70);
-- Who waits longest has the next turn.
CREATE INDEX outbox_replay_turn_idx ON outbox_replay (last_turn_at) WHERE state = 'RUNNING';
-- The same request again, while the first one waits for its first turn, is the same replay.
CREATE INDEX outbox_replay_filter_idx ON outbox_replay USING hash (filter) WHERE state = 'RUNNING';

GRANT SELECT, INSERT, UPDATE ON outbox_head TO "${relayRole}";
GRANT SELECT, UPDATE ON outbox_head_fill TO "${relayRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_replay TO "${relayRole}";
