-- What a trade needs of a partner's branches.
ALTER TABLE partner_directory_location
  ADD COLUMN code            text,
  ADD COLUMN postal_code     text,
  ADD COLUMN head_office     boolean NOT NULL DEFAULT false,
  ADD COLUMN free_capacity   numeric(15, 3),
  ADD COLUMN commodity_codes text;

-- Read model of settings-events: what is traded, in which units, with which quality.
CREATE TABLE commodity_catalog (
  commodity_id             uuid PRIMARY KEY,
  code                     text NOT NULL,
  name                     text NOT NULL,
  category                 text,
  gst_rate                 numeric(5, 2),
  base_unit                text NOT NULL,
  trade_unit               text NOT NULL,
  trade_unit_factor        numeric(20, 10) NOT NULL,
  rate_unit                text NOT NULL,
  rate_unit_factor         numeric(20, 10) NOT NULL,
  currency                 text NOT NULL,
  parameters               jsonb NOT NULL,
  export_rules             jsonb,
  import_rules             jsonb,
  circular_trading_blocked boolean NOT NULL,
  active                   boolean NOT NULL,
  sequence                 bigint NOT NULL,
  as_of                    timestamptz NOT NULL
);

-- Read model of settings-events: the registered places.
CREATE TABLE location_directory (
  location_id uuid PRIMARY KEY,
  name        text NOT NULL,
  city        text,
  state       text,
  state_code  text,
  region      text,
  country     text NOT NULL,
  latitude    numeric(10, 7),
  longitude   numeric(10, 7),
  timezone    text NOT NULL,
  active      boolean NOT NULL,
  sequence    bigint NOT NULL,
  as_of       timestamptz NOT NULL
);

-- Read model of settings-events: the terms that a contract may name.
CREATE TABLE trade_terms (
  term_id  uuid PRIMARY KEY,
  kind     text NOT NULL,
  code     text NOT NULL,
  name     text NOT NULL,
  active   boolean NOT NULL,
  sequence bigint NOT NULL,
  as_of    timestamptz NOT NULL
);

-- Read model of risk-events: how risk sees a partner.
CREATE TABLE partner_standing (
  partner_id uuid PRIMARY KEY,
  level      text,
  category   text,
  risk_score integer,
  sequence   bigint NOT NULL,
  as_of      timestamptz NOT NULL
);

-- Read model of risk-events: the last verdict on each subject.
CREATE TABLE risk_verdict (
  subject_id    uuid PRIMARY KEY,
  subject_type  text NOT NULL,
  status        text NOT NULL,
  score         numeric(5, 2) NOT NULL,
  factors       jsonb NOT NULL,
  rules_version text NOT NULL,
  assessed_at   timestamptz NOT NULL,
  sequence      bigint NOT NULL
);

CREATE TABLE availability (
  id                  uuid PRIMARY KEY,
  version             bigint NOT NULL,
  event_sequence      bigint NOT NULL,
  seller_id           uuid NOT NULL,
  commodity_id        uuid NOT NULL,
  status              text NOT NULL,
  approval            text NOT NULL,
  approved_by         text,
  total_quantity      numeric(15, 3) NOT NULL CHECK (total_quantity > 0),
  available_quantity  numeric(15, 3) NOT NULL CHECK (available_quantity >= 0),
  reserved_quantity   numeric(15, 3) NOT NULL CHECK (reserved_quantity >= 0),
  sold_quantity       numeric(15, 3) NOT NULL CHECK (sold_quantity >= 0),
  quantity_unit       text NOT NULL,
  quantity_factor     numeric(20, 10) NOT NULL,
  base_unit           text NOT NULL,
  min_order_quantity  numeric(15, 3),
  partial_orders      boolean NOT NULL,
  price               numeric(15, 2),
  price_unit          text NOT NULL,
  price_factor        numeric(20, 10) NOT NULL,
  currency            text NOT NULL,
  price_per_base_unit numeric(24, 10),
  location_id         uuid,
  place               jsonb NOT NULL,
  state_code          text,
  country             text NOT NULL,
  branch_id           uuid,
  blocked_for_branches boolean NOT NULL,
  quality             jsonb NOT NULL,
  visibility          text NOT NULL,
  restricted_buyers   jsonb NOT NULL,
  notes               text,
  risk_status         text,
  risk_score          numeric(5, 2),
  block_reasons       text,
  created_by          text NOT NULL,
  created_at          timestamptz NOT NULL,
  created_day         date NOT NULL,
  expires_at          timestamptz NOT NULL,
  CONSTRAINT availability_quantities_add_up
    CHECK (available_quantity = total_quantity - reserved_quantity - sold_quantity)
);
-- The order-level duplicate guard, whoever posts at the same moment.
CREATE UNIQUE INDEX availability_duplicate_key
  ON availability (seller_id, commodity_id, total_quantity, coalesce(location_id, '00000000-0000-0000-0000-000000000000'), created_day)
  WHERE status NOT IN ('CANCELLED', 'SOLD', 'EXPIRED', 'BLOCKED');
CREATE INDEX availability_seller_idx ON availability (seller_id, id);
CREATE INDEX availability_matching_idx ON availability (commodity_id, country, state_code, price_per_base_unit) WHERE status = 'ACTIVE';
CREATE INDEX availability_expiry_idx ON availability (expires_at) WHERE status IN ('PENDING_RISK', 'PENDING_APPROVAL', 'ACTIVE', 'RESERVED');

CREATE TABLE reservation (
  id              uuid PRIMARY KEY,
  availability_id uuid NOT NULL REFERENCES availability,
  buyer_id        uuid NOT NULL,
  negotiation_id  uuid,
  quantity        numeric(15, 3) NOT NULL CHECK (quantity > 0),
  status          text NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL
);
CREATE INDEX reservation_availability_idx ON reservation (availability_id, id);
CREATE INDEX reservation_expiry_idx ON reservation (expires_at) WHERE status = 'HELD';

CREATE SEQUENCE requirement_number_seq;
CREATE TABLE requirement (
  id                   uuid PRIMARY KEY,
  version              bigint NOT NULL,
  event_sequence       bigint NOT NULL,
  number               text NOT NULL UNIQUE,
  buyer_id             uuid NOT NULL,
  commodity_id         uuid NOT NULL,
  status               text NOT NULL,
  publication_wanted   boolean NOT NULL,
  min_quantity         numeric(15, 3) NOT NULL CHECK (min_quantity > 0),
  preferred_quantity   numeric(15, 3),
  max_quantity         numeric(15, 3) NOT NULL,
  wanted_quantity      numeric(15, 3) NOT NULL,
  purchased_quantity   numeric(15, 3) NOT NULL CHECK (purchased_quantity >= 0),
  quantity_unit        text NOT NULL,
  quantity_factor      numeric(20, 10) NOT NULL,
  base_unit            text NOT NULL,
  max_price            numeric(15, 2) NOT NULL CHECK (max_price > 0),
  preferred_price      numeric(15, 2),
  price_unit           text NOT NULL,
  price_factor         numeric(20, 10) NOT NULL,
  currency             text NOT NULL,
  max_price_per_base_unit numeric(24, 10) NOT NULL,
  places               jsonb NOT NULL,
  branch_id            uuid,
  blocked_internal_trades boolean NOT NULL,
  quality              jsonb NOT NULL,
  visibility           text NOT NULL,
  invited_sellers      jsonb NOT NULL,
  urgency              text NOT NULL,
  intent               text NOT NULL,
  notes                text,
  risk_status          text,
  risk_score           numeric(5, 2),
  block_reasons        text,
  created_by           text NOT NULL,
  created_at           timestamptz NOT NULL,
  created_day          date NOT NULL,
  expires_at           timestamptz NOT NULL,
  CONSTRAINT requirement_quantities CHECK (max_quantity >= min_quantity AND purchased_quantity <= max_quantity)
);
CREATE UNIQUE INDEX requirement_duplicate_key
  ON requirement (buyer_id, commodity_id, wanted_quantity, max_price, coalesce(branch_id, '00000000-0000-0000-0000-000000000000'), created_day)
  WHERE status NOT IN ('CANCELLED', 'FULFILLED', 'EXPIRED', 'BLOCKED');
CREATE INDEX requirement_buyer_idx ON requirement (buyer_id, id);
CREATE INDEX requirement_matching_idx ON requirement (commodity_id, max_price_per_base_unit) WHERE status IN ('ACTIVE', 'PARTIALLY_FULFILLED');
CREATE INDEX requirement_expiry_idx ON requirement (expires_at) WHERE status IN ('DRAFT', 'PENDING_RISK', 'ACTIVE', 'PARTIALLY_FULFILLED');

-- What a partner has open on one side of a commodity.
CREATE TABLE position (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL,
  partner_id     uuid NOT NULL,
  subject_type   text NOT NULL,
  subject_id     uuid NOT NULL,
  side           text NOT NULL,
  commodity_id   uuid NOT NULL,
  open_quantity  numeric(18, 6) NOT NULL CHECK (open_quantity >= 0),
  base_unit      text NOT NULL,
  value          numeric(18, 2) NOT NULL,
  currency       text NOT NULL,
  open           boolean NOT NULL
);
CREATE INDEX position_open_idx ON position (partner_id, commodity_id, side) WHERE open;
