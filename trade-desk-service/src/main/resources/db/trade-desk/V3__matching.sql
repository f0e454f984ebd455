-- Posts that look for a counterpart: written with the change that made them look, so none is forgotten.
CREATE TABLE match_request (
  post_id         uuid PRIMARY KEY,
  side            text NOT NULL,
  requested_at    timestamptz NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL
);
CREATE INDEX match_request_due_idx ON match_request (next_attempt_at, requested_at);

-- A pair of posts; one row for each pair, however often it is proposed.
CREATE TABLE match (
  id                    uuid PRIMARY KEY,
  version               bigint NOT NULL,
  event_sequence        bigint NOT NULL,
  requirement_id        uuid NOT NULL,
  availability_id       uuid NOT NULL,
  buyer_id              uuid NOT NULL,
  seller_id             uuid NOT NULL,
  commodity_id          uuid NOT NULL,
  status                text NOT NULL,
  score                 jsonb NOT NULL,
  total_score           numeric(6, 4) NOT NULL,
  quantity              numeric(15, 3) NOT NULL,
  quantity_unit         text NOT NULL,
  base_quantity         numeric(18, 6) NOT NULL,
  base_unit             text NOT NULL,
  price                 numeric(15, 2),
  price_unit            text NOT NULL,
  value                 numeric(18, 2) NOT NULL,
  currency              text NOT NULL,
  buyer_branch_id       uuid,
  seller_branch_id      uuid,
  internal_trade_blocked boolean NOT NULL,
  buyer_place           jsonb NOT NULL,
  seller_place          jsonb NOT NULL,
  risk_status           text,
  risk_score            numeric(5, 2),
  reasons               text,
  proposed_at           timestamptz NOT NULL,
  expires_at            timestamptz NOT NULL,
  UNIQUE (requirement_id, availability_id)
);
CREATE INDEX match_requirement_idx ON match (requirement_id, total_score DESC);
CREATE INDEX match_availability_idx ON match (availability_id, total_score DESC);
CREATE INDEX match_expiry_idx ON match (expires_at) WHERE status IN ('PROPOSED', 'CLEARED');
