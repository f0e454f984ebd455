-- The transactional outbox of one bounded context.
--
-- outbox_event    the log: immutable facts, appended in the business transaction
-- outbox_pending  the queue: one narrow row per event that the relay still has to publish
-- outbox_receipt  what happened: insert-only
-- outbox_lane     who may publish what, until when
-- outbox_replica  which relay replicas are alive (a replica may own no lane)
-- outbox          a view over the first three
--
-- WHY three tables: one row whose status is updated rewrites the payload twice per event. The queue is
-- deleted from and the receipts are inserted into; the log is never touched again and can be replayed
-- by inserting an id into the queue.

CREATE TABLE outbox_event (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id        uuid        NOT NULL,
  -- The lane is the unit of leasing, order and parallelism. Stored, so that a change of PostgreSQL's
  -- hash function could never move an aggregate between lanes after the fact.
  lane            smallint    NOT NULL GENERATED ALWAYS AS ((uuid_hash(aggregate_id) & 63)::smallint) STORED,
  topic           text        NOT NULL,
  aggregate_type  text        NOT NULL,
  aggregate_id    uuid        NOT NULL,
  sequence        bigint      NOT NULL CHECK (sequence > 0),
  event_type      text        NOT NULL,
  event_version   smallint    NOT NULL DEFAULT 1,
  payload         jsonb       NOT NULL,
  metadata        jsonb       NOT NULL DEFAULT '{}',
  idempotency_key text,
  occurred_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT outbox_event_event_id_key UNIQUE (event_id),
  CONSTRAINT outbox_event_sequence_key UNIQUE (aggregate_id, sequence)
);
CREATE UNIQUE INDEX outbox_event_idempotency_key ON outbox_event (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE outbox_pending (
  -- No foreign key to the log: its key-share lock would rewrite the log's tuples.
  id              bigint      PRIMARY KEY,
  lane            smallint    NOT NULL,
  aggregate_id    uuid        NOT NULL,
  -- Size of the payload, so that a fetch can be bounded by bytes without reading the log.
  bytes           integer     NOT NULL,
  attempts        integer     NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_error      text,
  failed_at       timestamptz,
  -- Set when an operator discards a failed event: the relay then publishes a tombstone in its place.
  discard_reason  text
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX outbox_pending_lane_idx ON outbox_pending (lane, id);
-- Aggregates that wait (for a retry, or because an event failed) are few: the fetch skips them by this index.
CREATE INDEX outbox_pending_waiting_idx ON outbox_pending (aggregate_id, id)
  WHERE next_attempt_at IS NOT NULL OR failed_at IS NOT NULL;

CREATE TABLE outbox_receipt (
  id         bigint      PRIMARY KEY,
  outcome    text        NOT NULL CHECK (outcome IN ('PUBLISHED', 'DISCARDED')),
  message_id text,
  reason     text,
  settled_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE outbox_lane (
  lane         smallint    PRIMARY KEY CHECK (lane BETWEEN 0 AND 63),
  owner        text,
  epoch        bigint      NOT NULL DEFAULT 0,
  leased_until timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50);
INSERT INTO outbox_lane (lane) SELECT generate_series(0, 63);

CREATE TABLE outbox_replica (
  owner      text        PRIMARY KEY,
  alive_until timestamptz NOT NULL
);

CREATE FUNCTION outbox_enqueue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_pending (id, lane, aggregate_id, bytes)
  SELECT id, lane, aggregate_id, octet_length(payload::text) FROM appended;
  RETURN NULL;
END $$;

-- Per statement, not per row: a multi-row append costs one insert into the queue.
CREATE TRIGGER outbox_enqueue AFTER INSERT ON outbox_event
  REFERENCING NEW TABLE AS appended FOR EACH STATEMENT EXECUTE FUNCTION outbox_enqueue();

CREATE FUNCTION outbox_event_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'outbox_event is a log of facts: append a new event instead of changing event %', OLD.event_id
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER outbox_event_is_immutable BEFORE UPDATE ON outbox_event
  FOR EACH ROW EXECUTE FUNCTION outbox_event_is_immutable();

CREATE VIEW outbox AS
SELECT e.id, e.event_id, e.lane, e.topic, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.event_version,
       e.payload, e.metadata, e.idempotency_key, e.occurred_at,
       CASE WHEN p.failed_at IS NOT NULL AND p.discard_reason IS NULL THEN 'FAILED'
            WHEN p.id IS NOT NULL THEN 'PENDING'
            ELSE coalesce(r.outcome, 'PENDING') END AS status,
       coalesce(p.attempts, 0) AS attempts, p.next_attempt_at, p.last_error, p.failed_at,
       r.settled_at AS published_at, r.message_id,
       coalesce(p.discard_reason, r.reason) AS discard_reason
FROM outbox_event e
LEFT JOIN outbox_pending p ON p.id = e.id
LEFT JOIN outbox_receipt r ON r.id = e.id;

-- The relay's role sees the outbox of this schema and nothing else.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${relayRole}";
GRANT SELECT, DELETE ON outbox_event TO "${relayRole}";
GRANT SELECT ON SEQUENCE outbox_event_id_seq TO "${relayRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_pending, outbox_receipt, outbox_replica TO "${relayRole}";
GRANT SELECT, UPDATE ON outbox_lane TO "${relayRole}";
GRANT SELECT ON outbox TO "${relayRole}";
