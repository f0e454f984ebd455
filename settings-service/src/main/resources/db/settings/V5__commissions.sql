CREATE TABLE commission_structure (
  id             uuid PRIMARY KEY,
  commodity_id   uuid REFERENCES commodity (id),
  trade_type_id  uuid REFERENCES trade_term (id),
  name           text NOT NULL,
  type           text NOT NULL,
  rate           numeric(5, 2),
  fixed_amount   numeric(15, 2),
  -- {"tiers": [{"fromValue": "0", "rate": "1"}, ...]}, lowest first.
  tiers          jsonb NOT NULL,
  min_amount     numeric(15, 2),
  max_amount     numeric(15, 2),
  applies_to     text NOT NULL,
  currency       text NOT NULL,
  active         boolean NOT NULL,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL,
  CHECK (commodity_id IS NOT NULL OR trade_type_id IS NOT NULL)
);
CREATE INDEX commission_structure_commodity_idx ON commission_structure (commodity_id, id);
