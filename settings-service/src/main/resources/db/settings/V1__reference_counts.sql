-- Read model: which posts use a commodity or a location. One row per post, so that a count can never
-- drift: it is counted, not added up.
CREATE TABLE reference_count_post (
  post_id      uuid PRIMARY KEY,
  commodity_id uuid NOT NULL,
  location_id  uuid
);
CREATE INDEX reference_count_post_commodity_idx ON reference_count_post (commodity_id);
CREATE INDEX reference_count_post_location_idx ON reference_count_post (location_id);
