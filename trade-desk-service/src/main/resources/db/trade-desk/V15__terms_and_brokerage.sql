-- A term with all its attributes. A read model that holds terms already is filled again.
ALTER TABLE trade_terms ADD COLUMN published jsonb;
DO $$
BEGIN
  IF EXISTS (SELECT FROM trade_terms) THEN
    PERFORM inbox_begin_rebuild('trade-terms', 'settings', 'migration');
    DELETE FROM trade_terms;
  END IF;
END $$;

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
ALTER TABLE negotiation ADD COLUMN trade_terms jsonb, ADD COLUMN brokerage jsonb;
ALTER TABLE negotiation_offer ADD COLUMN trade_terms jsonb;
ALTER TABLE trade
  ADD COLUMN goods          jsonb,
  ADD COLUMN trade_terms jsonb,
  ADD COLUMN brokerage      jsonb,
  -- How far it is: what left, what arrived, and when it was said to be complete. Quantities in quantity_unit.
  ADD COLUMN dispatched_quantity numeric(15, 3) NOT NULL DEFAULT 0,
  ADD COLUMN delivered_quantity  numeric(15, 3) NOT NULL DEFAULT 0,
  ADD COLUMN completed_at        timestamptz;
UPDATE trade SET dispatched_quantity = quantity
  WHERE status IN ('IN_TRANSIT', 'DELIVERED', 'COMPLETED') OR delivered_at IS NOT NULL;
UPDATE trade SET delivered_quantity = quantity WHERE delivered_at IS NOT NULL;
