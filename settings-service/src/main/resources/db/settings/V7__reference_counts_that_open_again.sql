-- A requirement may name several places, and an offer that was sold opens again when its trade is
-- cancelled. The version before writes location_id; nobody reads it any more.
ALTER TABLE reference_count_post
  ADD COLUMN open         boolean NOT NULL DEFAULT true,
  ADD COLUMN location_ids uuid[]  NOT NULL DEFAULT '{}';

DROP INDEX reference_count_post_location_idx;
CREATE INDEX reference_count_post_locations_idx ON reference_count_post USING gin (location_ids);

-- Filled anew from past events, which have what was left out before.
DELETE FROM reference_count_post;
DELETE FROM inbox_cursor WHERE projection = 'reference-counts';
DELETE FROM inbox_parked WHERE projection = 'reference-counts';
DELETE FROM read_model_target WHERE projection = 'reference-counts';
DELETE FROM read_model_rebuild WHERE projection = 'reference-counts';
