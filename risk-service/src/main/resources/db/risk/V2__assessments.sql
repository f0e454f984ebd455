-- Read model of settings-events: the rules of a commodity.
CREATE TABLE commodity_rules (
  commodity_id             uuid PRIMARY KEY,
  code                     text NOT NULL,
  circular_trading_blocked boolean NOT NULL,
  active                   boolean NOT NULL,
  sequence                 bigint NOT NULL,
  as_of                    timestamptz NOT NULL
);

-- Read model of trade-events: what partners have open.
CREATE TABLE open_position (
  position_id   uuid PRIMARY KEY,
  partner_id    uuid NOT NULL,
  subject_type  text NOT NULL,
  subject_id    uuid NOT NULL,
  side          text NOT NULL,
  commodity_id  uuid NOT NULL,
  open_quantity numeric(18, 6) NOT NULL,
  value         numeric(18, 2) NOT NULL,
  currency      text NOT NULL
);
CREATE INDEX open_position_partner_idx ON open_position (partner_id, commodity_id, side);

-- Read model of trade-events: how the trades of partners went.
CREATE TABLE trade_history (
  trade_id     uuid PRIMARY KEY,
  buyer_id     uuid NOT NULL,
  seller_id    uuid NOT NULL,
  commodity_id uuid,
  trade_date   date,
  status       text NOT NULL
);
CREATE INDEX trade_history_buyer_idx ON trade_history (buyer_id);
CREATE INDEX trade_history_seller_idx ON trade_history (seller_id);

-- One verdict per subject; a later one follows in order. Its judgements are kept with all they rest on.
CREATE TABLE risk_verdict (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL,
  subject_type   text NOT NULL,
  subject_id     uuid NOT NULL UNIQUE
);
CREATE TABLE assessment (
  id            uuid PRIMARY KEY,
  verdict_id    uuid NOT NULL REFERENCES risk_verdict,
  subject_type  text NOT NULL,
  subject_id    uuid NOT NULL,
  cause_id      uuid NOT NULL UNIQUE,
  status        text NOT NULL,
  score         numeric(5, 2) NOT NULL,
  factors       jsonb NOT NULL,
  inputs        jsonb NOT NULL,
  rules_version text NOT NULL,
  assessed_at   timestamptz NOT NULL
);
CREATE INDEX assessment_subject_idx ON assessment (subject_id, id);

-- Posts whose partner was not known when they came; judged as soon as it is.
CREATE TABLE waiting_post (
  cause_id   uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  post       jsonb NOT NULL
);
CREATE INDEX waiting_post_partner_idx ON waiting_post (partner_id);
