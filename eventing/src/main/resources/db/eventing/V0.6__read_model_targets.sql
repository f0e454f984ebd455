-- How far a read model has to come again before it is whole: where its cursors were when its rebuild began. A row
-- goes when its aggregate is there again.
CREATE TABLE read_model_target (
  projection    text   NOT NULL,
  aggregate_id  uuid   NOT NULL,
  last_sequence bigint NOT NULL,
  PRIMARY KEY (projection, aggregate_id)
);
-- Rebuilds that began before are taken as finished.
ALTER TABLE read_model_rebuild ADD COLUMN finished_at timestamptz;
UPDATE read_model_rebuild SET finished_at = clock_timestamp();
