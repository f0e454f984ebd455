-- Where the goods of a requirement may lie, as keys (see Reach), so that an offer finds the requirements of its place.
-- The default is for programs of the version before, while they still run.
ALTER TABLE requirement ADD COLUMN reach text[] NOT NULL DEFAULT '{}';
UPDATE requirement SET reach = ARRAY(
  SELECT DISTINCT key
  FROM jsonb_array_elements(places -> 'all') AS place,
       LATERAL (VALUES (place ->> 'country' || '/any'),
                       (place ->> 'country' || '/' || coalesce(place ->> 'stateCode', 'none'))) AS keys (key)
  ORDER BY key);
CREATE INDEX requirement_reach_idx ON requirement USING gin (reach) WHERE status IN ('ACTIVE', 'PARTIALLY_FULFILLED');
