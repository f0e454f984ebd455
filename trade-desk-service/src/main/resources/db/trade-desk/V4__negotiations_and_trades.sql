CREATE TABLE negotiation (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL,
  event_sequence  bigint NOT NULL,
  match_id        uuid NOT NULL,
  requirement_id  uuid NOT NULL,
  availability_id uuid NOT NULL,
  buyer_id        uuid NOT NULL,
  seller_id       uuid NOT NULL,
  commodity_id    uuid NOT NULL,
  status          text NOT NULL,
  round           integer NOT NULL,
  started_by      text NOT NULL,
  last_offer_by   text,
  price           numeric(15, 2) NOT NULL,
  price_unit      text NOT NULL,
  currency        text NOT NULL,
  quantity        numeric(15, 3) NOT NULL,
  quantity_unit   text NOT NULL,
  reservation_id  uuid,
  ended_by        text,
  reason          text,
  started_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX negotiation_one_per_match ON negotiation (match_id)
  WHERE status IN ('INITIATED', 'IN_PROGRESS', 'ACCEPTED');
CREATE INDEX negotiation_buyer_idx ON negotiation (buyer_id, id);
CREATE INDEX negotiation_seller_idx ON negotiation (seller_id, id);
CREATE INDEX negotiation_expiry_idx ON negotiation (expires_at) WHERE status IN ('INITIATED', 'IN_PROGRESS');

CREATE TABLE negotiation_offer (
  id             uuid PRIMARY KEY,
  negotiation_id uuid NOT NULL REFERENCES negotiation,
  round          integer NOT NULL,
  offered_by     text NOT NULL,
  price          numeric(15, 2) NOT NULL CHECK (price > 0),
  quantity       numeric(15, 3) NOT NULL CHECK (quantity > 0),
  message        text,
  status         text NOT NULL,
  offered_at     timestamptz NOT NULL,
  UNIQUE (negotiation_id, round)
);

-- The last number of each year: a number is taken in the transaction of its trade, so none is lost.
CREATE TABLE trade_number (
  year integer PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE trade (
  id              uuid PRIMARY KEY,
  version         bigint NOT NULL,
  event_sequence  bigint NOT NULL,
  number          text NOT NULL UNIQUE,
  negotiation_id  uuid NOT NULL UNIQUE,
  requirement_id  uuid NOT NULL,
  availability_id uuid NOT NULL,
  reservation_id  uuid NOT NULL,
  buyer_id        uuid NOT NULL,
  seller_id       uuid NOT NULL,
  commodity_id    uuid NOT NULL,
  status          text NOT NULL,
  quantity        numeric(15, 3) NOT NULL CHECK (quantity > 0),
  quantity_unit   text NOT NULL,
  wish_quantity   numeric(15, 3) NOT NULL,
  base_quantity   numeric(18, 6) NOT NULL,
  base_unit       text NOT NULL,
  price           numeric(15, 2) NOT NULL CHECK (price > 0),
  price_unit      text NOT NULL,
  value           numeric(18, 2) NOT NULL,
  currency        text NOT NULL,
  gst             jsonb NOT NULL,
  ship_to         jsonb NOT NULL,
  bill_to         jsonb NOT NULL,
  ship_from       jsonb NOT NULL,
  trade_date      date NOT NULL,
  created_by      text NOT NULL,
  created_at      timestamptz NOT NULL,
  delivered_at    timestamptz,
  reason          text
);
CREATE INDEX trade_buyer_idx ON trade (buyer_id, id);
CREATE INDEX trade_seller_idx ON trade (seller_id, id);
-- Wash trading: the opposite trade of the same day.
CREATE INDEX trade_day_idx ON trade (trade_date, commodity_id, buyer_id, seller_id);
