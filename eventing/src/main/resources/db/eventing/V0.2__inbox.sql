-- The inbox of one bounded context: what each projection has applied, and what it could not apply yet.

CREATE TABLE inbox_cursor (
  projection    text        NOT NULL,
  aggregate_id  uuid        NOT NULL,
  last_sequence bigint      NOT NULL,
  PRIMARY KEY (projection, aggregate_id)
) WITH (fillfactor = 70);

CREATE TABLE inbox_parked (
  projection   text        NOT NULL,
  aggregate_id uuid        NOT NULL,
  sequence     bigint      NOT NULL,
  event_id     uuid        NOT NULL,
  event_type   text        NOT NULL,
  attributes   jsonb       NOT NULL,
  data         bytea       NOT NULL,
  -- GAP: an earlier event of the aggregate has not arrived. ERROR: this event could not be applied.
  reason       text        NOT NULL CHECK (reason IN ('GAP', 'ERROR')),
  error        text,
  parked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (projection, aggregate_id, sequence)
);

-- Messages that are not events at all (no id, no aggregate, no sequence): kept for an operator to look at.
CREATE TABLE inbox_unreadable (
  subscription text        NOT NULL,
  message_id   text        NOT NULL,
  attributes   jsonb       NOT NULL,
  data         bytea       NOT NULL,
  error        text        NOT NULL,
  received_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (subscription, message_id)
);
