-- Read model of trade-events: which partners trade with each other, and so may see each other's contact.
CREATE TABLE shared_contact (
  trade_id  uuid PRIMARY KEY,
  number    text NOT NULL,
  buyer_id  uuid NOT NULL,
  seller_id uuid NOT NULL
);
CREATE INDEX shared_contact_buyer_idx ON shared_contact (buyer_id, seller_id);
