-- Read model: what the trade desk must know of every partner. Fed by partner-events only.
CREATE TABLE partner_directory (
  partner_id             uuid PRIMARY KEY,
  code                   text NOT NULL,
  legal_name             text NOT NULL,
  trade_name             text,
  entity_class           text NOT NULL,
  service_provider_type  text,
  country                text NOT NULL,
  state                  text,
  state_code             text,
  pan_key                text,
  tax_id_key             text,
  phone_key              text,
  email_domain           text,
  master_partner_id      uuid,
  corporate_group_id     uuid,
  domestic_buy_india          boolean NOT NULL,
  domestic_sell_india         boolean NOT NULL,
  domestic_buy_home_country   boolean NOT NULL,
  domestic_sell_home_country  boolean NOT NULL,
  import_allowed              boolean NOT NULL,
  export_allowed              boolean NOT NULL,
  status                 text NOT NULL,
  status_reason          text,
  kyc_status             text NOT NULL,
  kyc_expires_on         date,
  credit_limit           numeric(20, 2) NOT NULL,
  credit_currency        text NOT NULL,
  payment_terms_days     integer NOT NULL,
  rating                 numeric(3, 2),
  -- The last event that this row reflects: its number in the partner's order, and when it happened.
  sequence               bigint NOT NULL,
  as_of                  timestamptz NOT NULL,
  applied_at             timestamptz NOT NULL
);
CREATE INDEX partner_directory_pan_key_idx ON partner_directory (pan_key);
CREATE INDEX partner_directory_tax_id_key_idx ON partner_directory (tax_id_key);

CREATE TABLE partner_directory_location (
  location_id       uuid PRIMARY KEY,
  partner_id        uuid NOT NULL REFERENCES partner_directory,
  type              text NOT NULL,
  name              text NOT NULL,
  address           text,
  city              text,
  state             text,
  state_code        text,
  country           text NOT NULL,
  latitude          numeric(10, 7),
  longitude         numeric(10, 7),
  tax_id_key        text,
  can_ship          boolean NOT NULL,
  can_receive       boolean NOT NULL,
  default_ship_to   boolean NOT NULL,
  default_ship_from boolean NOT NULL
);
CREATE INDEX partner_directory_location_partner_idx ON partner_directory_location (partner_id);
