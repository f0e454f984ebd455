-- Rebuilds of read models: emptied in the transaction that writes the row, filled by a replay that is asked for
-- until the relay takes it.
CREATE TABLE read_model_rebuild (
  projection          text        PRIMARY KEY,
  outbox              text        NOT NULL,
  started_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_by          text        NOT NULL,
  expected_events     bigint      NOT NULL,
  replay_requested_at timestamptz
);
