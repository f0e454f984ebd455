-- Read model: from where the seller of a trade ships, and where its buyer is billed. A place of a partner, or the partner
-- itself for its registered office.
CREATE TABLE trade_place (
  trade_id     uuid PRIMARY KEY,
  buyer_id     uuid NOT NULL,
  seller_id    uuid NOT NULL,
  bill_to_id   uuid,
  ship_from_id uuid
);
CALL audit_not(ARRAY['trade_place'], 'a read model');
