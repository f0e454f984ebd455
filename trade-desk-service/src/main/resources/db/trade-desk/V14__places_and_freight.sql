-- What the price of an availability includes, and what a buyer reckons for goods ex-gin.
ALTER TABLE availability ADD COLUMN delivery_basis text NOT NULL DEFAULT 'EX_GIN';
ALTER TABLE requirement
  ADD COLUMN accepts_other_states     boolean NOT NULL DEFAULT false,
  ADD COLUMN freight_per_base_unit_km numeric(17, 8) CHECK (freight_per_base_unit_km > 0),
  ADD COLUMN freight_flat             numeric(17, 4) CHECK (freight_flat > 0);
ALTER TABLE match ADD COLUMN landed_price numeric(17, 4);

-- How much more than the highest quantity may be agreed on. The old constraint knew no tolerance.
ALTER TABLE commodity_catalog ADD COLUMN delivery_tolerance_percent numeric(5, 2);
ALTER TABLE requirement
  ADD COLUMN tolerance_percent numeric(5, 2) NOT NULL DEFAULT 0 CHECK (tolerance_percent BETWEEN 0 AND 100),
  DROP CONSTRAINT requirement_quantities;
ALTER TABLE requirement ADD CONSTRAINT requirement_quantities CHECK (
  max_quantity >= min_quantity
  AND purchased_quantity + committed_quantity <= max_quantity * (1 + tolerance_percent / 100));

-- The square of one degree in which goods lie (GridCell). A program of the version before leaves it null: its availability is
-- found by its state until it is changed.
ALTER TABLE availability ADD COLUMN cell integer;
-- Before the rows get it: it follows from the place, and is no change of its own.
CALL audit_table('availability', 'Availability', 'id', 'seller_id',
  ARRAY['status', 'approval', 'approved_by', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'state_code', 'country',
        'quality', 'visibility', 'restricted_buyers', 'notes', 'risk_status', 'block_reasons', 'created_by', 'editors',
        'delivery_basis'], ARRAY['cell']);
UPDATE availability
  SET cell = floor((place ->> 'latitude')::numeric)::integer * 1000 + floor((place ->> 'longitude')::numeric)::integer
  WHERE place ->> 'latitude' IS NOT NULL AND place ->> 'longitude' IS NOT NULL;

-- One code for a state: that of GST. Posts had any code that somebody wrote.
CREATE FUNCTION state_code_of_today(code text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    (SELECT gst FROM (VALUES
      ('01', 'JK'), ('02', 'HP'), ('03', 'PB'), ('04', 'CH'), ('05', 'UK'), ('05', 'UT'), ('05', 'UA'), ('06', 'HR'), ('07', 'DL'),
      ('08', 'RJ'), ('09', 'UP'), ('10', 'BR'), ('10', 'BH'), ('11', 'SK'), ('12', 'AR'), ('13', 'NL'), ('14', 'MN'), ('15', 'MZ'),
      ('16', 'TR'), ('17', 'ML'), ('18', 'AS'), ('19', 'WB'), ('20', 'JH'), ('21', 'OD'), ('21', 'OR'), ('22', 'CG'), ('22', 'CT'),
      ('23', 'MP'), ('24', 'GJ'), ('26', '25'), ('26', 'DD'), ('26', 'DH'), ('26', 'DN'), ('27', 'MH'), ('37', '28'), ('37', 'AD'),
      ('29', 'KA'), ('30', 'GA'), ('31', 'LD'), ('32', 'KL'), ('33', 'TN'), ('34', 'PY'), ('35', 'AN'), ('36', 'TS'), ('36', 'TG'),
      ('37', 'AP'), ('38', 'LA'), ('97', 'OT')) AS states (gst, other)
     WHERE other = upper(code)),
    code)
$$;
UPDATE availability SET state_code = state_code_of_today(state_code)
  WHERE country = 'IN' AND state_code <> state_code_of_today(state_code);
UPDATE requirement SET reach = ARRAY(
  SELECT DISTINCT key
  FROM jsonb_array_elements(places -> 'all') AS place,
       LATERAL (VALUES (place ->> 'country' || '/any'),
                       (place ->> 'country' || '/'
                         || coalesce(CASE WHEN place ->> 'country' = 'IN' THEN state_code_of_today(place ->> 'stateCode')
                                          ELSE place ->> 'stateCode' END, 'none')),
                       -- A greatest distance decides now, whatever the state.
                       (CASE WHEN place ->> 'maxDistanceKm' IS NOT NULL THEN place ->> 'country' || '/none' END)) AS keys (key)
  WHERE key IS NOT NULL
  ORDER BY key);
DROP FUNCTION state_code_of_today(text);

CREATE INDEX availability_cell_idx ON availability (commodity_id, cell, price_per_base_unit) WHERE status = 'ACTIVE';
CREATE INDEX availability_country_idx ON availability (commodity_id, country, price_per_base_unit, id) WHERE status = 'ACTIVE';
