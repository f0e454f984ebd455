-- The pairs that may still become a trade: judged anew when something of their parties changes.
CREATE TABLE open_pair (
  match_id        uuid  PRIMARY KEY,
  buyer_id        uuid  NOT NULL,
  seller_id       uuid  NOT NULL,
  requirement_id  uuid  NOT NULL,
  availability_id uuid  NOT NULL,
  pair            jsonb NOT NULL
);
CREATE INDEX open_pair_buyer_idx ON open_pair (buyer_id);
CREATE INDEX open_pair_seller_idx ON open_pair (seller_id);
CREATE INDEX open_pair_posts_idx ON open_pair (requirement_id, availability_id);
