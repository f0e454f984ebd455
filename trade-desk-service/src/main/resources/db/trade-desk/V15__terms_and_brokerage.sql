-- A term with all its attributes. Null until the term is published anew; a rebuild of trade-terms fills all of them.
ALTER TABLE trade_terms ADD COLUMN published jsonb;

-- Read model: the commission structures of settings.
CREATE TABLE commission (
  structure_id  uuid PRIMARY KEY,
  commodity_id  uuid,
  trade_type_id uuid,
  currency      text NOT NULL,
  active        boolean NOT NULL,
  published     jsonb NOT NULL,
  sequence      bigint NOT NULL,
  as_of         timestamptz NOT NULL
);
CREATE INDEX commission_commodity_idx ON commission (commodity_id) WHERE active;
CALL audit_not(ARRAY['commission'], 'read model');

-- What a contract is about, and on which terms; null in what is from before.
ALTER TABLE availability ADD COLUMN variety text, ADD COLUMN crop_year text, ADD COLUMN trade_terms jsonb;
ALTER TABLE requirement ADD COLUMN trade_terms jsonb;
ALTER TABLE negotiation ADD COLUMN goods jsonb, ADD COLUMN trade_terms jsonb, ADD COLUMN brokerage jsonb;
ALTER TABLE negotiation_offer ADD COLUMN trade_terms jsonb;
ALTER TABLE trade
  ADD COLUMN goods          jsonb,
  ADD COLUMN trade_terms jsonb,
  ADD COLUMN brokerage      jsonb,
  -- What left, what arrived, in quantity_unit, and when it was first said to be complete. Null where the version before wrote: the
  -- status says it.
  ADD COLUMN dispatched_quantity numeric(15, 3),
  ADD COLUMN delivered_quantity  numeric(15, 3),
  ADD COLUMN completed_at        timestamptz;

-- The audit shows who of the brokerage acted, and what is agreed.
CALL audit_table('availability', 'Availability', 'id', 'seller_id',
  ARRAY['status', 'approval', 'approved_by', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'state_code', 'country',
        'quality', 'visibility', 'restricted_buyers', 'notes', 'risk_status', 'block_reasons', 'created_by', 'editors',
        'delivery_basis', 'variety', 'crop_year', 'trade_terms', 'broker_user'], ARRAY['cell']);
CALL audit_table('requirement', 'Requirement', 'id', 'buyer_id',
  ARRAY['number', 'status', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'quality', 'visibility', 'invited_sellers',
        'urgency', 'intent', 'notes', 'risk_status', 'block_reasons', 'created_by', 'trade_terms', 'broker_user'], ARRAY['reach']);
CALL audit_table('negotiation', 'Negotiation', 'id', NULL,
  ARRAY['status', 'started_by', 'last_offer_by', 'price_unit', 'currency', 'quantity_unit', 'ended_by', 'reason',
        'goods', 'trade_terms', 'brokerage', 'buyer_broker', 'seller_broker'], '{}');
CALL audit_table('negotiation_offer', 'NegotiationOffer', 'id', 'negotiation_id',
  ARRAY['offered_by', 'message', 'status', 'trade_terms', 'broker_user'], '{}');
CALL audit_table('trade', 'Trade', 'id', NULL,
  ARRAY['number', 'status', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'gst', 'created_by', 'reason',
        'goods', 'trade_terms', 'brokerage', 'buyer_broker', 'seller_broker'], '{}');
