-- KYC: a renewal is asked for and completed; at most one is open for a partner.
CREATE TABLE kyc_renewal (
  id             uuid PRIMARY KEY,
  partner_id     uuid NOT NULL REFERENCES business_partner,
  type           text NOT NULL,
  status         text NOT NULL,
  due_on         date NOT NULL,
  requested_by   text NOT NULL,
  requested_at   timestamptz NOT NULL,
  completed_by   text,
  completed_at   timestamptz,
  document_ids   jsonb NOT NULL,
  tax_verified_again  boolean NOT NULL,
  bank_verified_again boolean NOT NULL,
  notes          text
);
CREATE INDEX kyc_renewal_partner_idx ON kyc_renewal (partner_id, id);
CREATE UNIQUE INDEX kyc_renewal_open_key ON kyc_renewal (partner_id) WHERE status = 'PENDING';
CREATE INDEX business_partner_kyc_idx ON business_partner (kyc_expires_on, id) WHERE kyc_status = 'VERIFIED';

-- Each reminder goes out once.
CREATE TABLE kyc_reminder (
  partner_id  uuid NOT NULL REFERENCES business_partner,
  expires_on  date NOT NULL,
  days_before integer NOT NULL,
  severity    text NOT NULL,
  reminded_at timestamptz NOT NULL,
  PRIMARY KEY (partner_id, expires_on, days_before)
);

ALTER TABLE business_partner ADD COLUMN max_employees integer NOT NULL DEFAULT 2 CHECK (max_employees >= 0);
CREATE INDEX business_partner_master_idx ON business_partner (master_partner_id) WHERE master_partner_id IS NOT NULL;
CREATE INDEX application_document_expiry_idx ON application_document (expires_on) WHERE status = 'VERIFIED' AND expires_on IS NOT NULL;

-- A place is a branch: with a code of the partner's, a capacity, and defaults that are one per partner.
ALTER TABLE partner_location
  ADD COLUMN code            text,
  ADD COLUMN head_office     boolean NOT NULL DEFAULT false,
  ADD COLUMN gstin_verified  boolean NOT NULL DEFAULT false,
  ADD COLUMN capacity        numeric(15, 3) CHECK (capacity >= 0),
  ADD COLUMN stock           numeric(15, 3) NOT NULL DEFAULT 0 CHECK (stock >= 0),
  ADD COLUMN commodity_codes text,
  ADD CONSTRAINT partner_location_stock_fits CHECK (capacity IS NULL OR stock <= capacity);
UPDATE partner_location AS older
SET default_ship_to   = default_ship_to AND NOT EXISTS (SELECT FROM partner_location AS newer
      WHERE newer.partner_id = older.partner_id AND newer.active AND newer.default_ship_to AND newer.id > older.id),
    default_ship_from = default_ship_from AND NOT EXISTS (SELECT FROM partner_location AS newer
      WHERE newer.partner_id = older.partner_id AND newer.active AND newer.default_ship_from AND newer.id > older.id)
WHERE active AND (default_ship_to OR default_ship_from);
CREATE UNIQUE INDEX partner_location_code_key ON partner_location (partner_id, code) WHERE active AND code IS NOT NULL;
CREATE UNIQUE INDEX partner_location_ship_to_key ON partner_location (partner_id) WHERE active AND default_ship_to;
CREATE UNIQUE INDEX partner_location_ship_from_key ON partner_location (partner_id) WHERE active AND default_ship_from;
CREATE UNIQUE INDEX partner_location_head_office_key ON partner_location (partner_id) WHERE active AND head_office;

-- What a partner asks to have changed, decided by somebody else.
CREATE TABLE partner_amendment (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  partner_id     uuid NOT NULL REFERENCES business_partner,
  type           text NOT NULL,
  status         text NOT NULL,
  reason         text NOT NULL,
  proposed       jsonb NOT NULL,
  requested_by   text NOT NULL,
  requested_at   timestamptz NOT NULL,
  decided_by     text,
  decided_at     timestamptz,
  decision_notes text
);
CREATE INDEX partner_amendment_partner_idx ON partner_amendment (partner_id, id);

CREATE TABLE partner_employee (
  id           uuid PRIMARY KEY,
  partner_id   uuid NOT NULL REFERENCES business_partner,
  name         text NOT NULL,
  email        text NOT NULL,
  phone        text,
  designation  text,
  role         text NOT NULL,
  status       text NOT NULL,
  invited_at   timestamptz NOT NULL,
  activated_at timestamptz
);
CREATE INDEX partner_employee_partner_idx ON partner_employee (partner_id, id);
CREATE UNIQUE INDEX partner_employee_email_key ON partner_employee (partner_id, lower(email)) WHERE status <> 'DELETED';

CREATE TABLE partner_vehicle (
  id                  uuid PRIMARY KEY,
  partner_id          uuid NOT NULL REFERENCES business_partner,
  vehicle_number      text NOT NULL,
  type                text NOT NULL,
  owner               text NOT NULL,
  maker_model         text,
  capacity_tons       numeric(9, 3) NOT NULL CHECK (capacity_tons > 0),
  registered_on       date,
  insurance_valid_to  date,
  fitness_valid_to    date,
  permit_type         text,
  registry_verified   boolean NOT NULL,
  active              boolean NOT NULL,
  created_at          timestamptz NOT NULL
);
CREATE INDEX partner_vehicle_partner_idx ON partner_vehicle (partner_id, id);
-- A vehicle belongs to one partner, whoever registers it at the same moment.
CREATE UNIQUE INDEX partner_vehicle_number_key ON partner_vehicle (vehicle_number) WHERE active;

-- Read model of risk-events: how a partner stands.
CREATE TABLE risk_standing (
  partner_id         uuid PRIMARY KEY,
  risk_score         integer,
  category           text,
  recommended_limit  numeric(20, 2),
  level              text,
  utilisation        numeric(9, 4),
  exposure           numeric(20, 2),
  currency           char(3),
  sequence           bigint NOT NULL,
  as_of              timestamptz NOT NULL
);
CREATE INDEX risk_standing_category_idx ON risk_standing (category, partner_id);

-- Read model of trade-events: what is open of a partner; its positions, and the trades it is party of.
CREATE TABLE open_business (
  subject_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  kind       text NOT NULL,
  since      timestamptz NOT NULL,
  PRIMARY KEY (subject_id, partner_id)
);
CREATE INDEX open_business_partner_idx ON open_business (partner_id);
