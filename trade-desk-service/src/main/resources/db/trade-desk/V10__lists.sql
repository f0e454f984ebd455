-- Lists from which work can be done: each filter that leaves few of many rows finds them along an index, in the order of ids.
CREATE INDEX availability_status_idx ON availability (status, id);
CREATE INDEX availability_commodity_idx ON availability (commodity_id, id);
CREATE INDEX availability_price_idx ON availability (coalesce(price_per_base_unit, 0), id);
CREATE INDEX requirement_status_idx ON requirement (status, id);
CREATE INDEX requirement_commodity_idx ON requirement (commodity_id, id);
CREATE INDEX requirement_price_idx ON requirement (max_price_per_base_unit, id);
CREATE INDEX match_buyer_idx ON match (buyer_id, proposed_at, id);
CREATE INDEX match_seller_idx ON match (seller_id, proposed_at, id);
CREATE INDEX match_proposed_idx ON match (proposed_at, id);
CREATE INDEX match_status_idx ON match (status, proposed_at, id);
CREATE INDEX negotiation_status_idx ON negotiation (status, id);
CREATE INDEX trade_status_idx ON trade (status, id);
CREATE INDEX trade_value_idx ON trade (value, id);
CREATE INDEX trade_commodity_idx ON trade (commodity_id, id);
