-- What licences and sanctions ask of a partner and of a commodity.
ALTER TABLE partner_profile
  ADD COLUMN import_allowed boolean NOT NULL DEFAULT false,
  ADD COLUMN export_allowed boolean NOT NULL DEFAULT false;
ALTER TABLE commodity_rules
  ADD COLUMN currency text,
  ADD COLUMN export_rules jsonb,
  ADD COLUMN import_rules jsonb;

-- A trade that was disputed once counts as disputed, however it ended.
ALTER TABLE trade_history ADD COLUMN disputed boolean NOT NULL DEFAULT false;

-- A pair waits for two partners.
ALTER TABLE waiting_post
  ADD COLUMN other_partner_id uuid,
  ADD COLUMN pair jsonb,
  ALTER COLUMN post DROP NOT NULL;

-- How risk sees each partner.
CREATE TABLE partner_risk_profile (
  partner_id        uuid PRIMARY KEY,
  version           bigint NOT NULL,
  event_sequence    bigint NOT NULL,
  level             text NOT NULL,
  utilisation       numeric(12, 1) NOT NULL,
  credit_limit      numeric(20, 2) NOT NULL,
  exposure          numeric(20, 2) NOT NULL,
  currency          text NOT NULL,
  risk_score        integer,
  category          text,
  recommended_limit numeric(20, 2),
  factors           text,
  assessed_at       timestamptz NOT NULL
);
CREATE INDEX partner_profile_pan_idx ON partner_profile (pan_key);
CREATE INDEX partner_profile_tax_id_idx ON partner_profile (tax_id_key);
CREATE INDEX partner_profile_phone_idx ON partner_profile (phone_key);
CREATE INDEX partner_profile_domain_idx ON partner_profile (email_domain);
