-- Read model: what risk must know of every partner. Fed by partner-events only.
CREATE TABLE partner_profile (
  partner_id         uuid PRIMARY KEY,
  country            text NOT NULL,
  state_code         text,
  pan_key            text,
  tax_id_key         text,
  phone_key          text,
  email_domain       text,
  master_partner_id  uuid,
  corporate_group_id uuid,
  status             text NOT NULL,
  kyc_expires_on     date,
  credit_limit       numeric(20, 2) NOT NULL,
  credit_currency    text NOT NULL,
  rating             numeric(3, 2),
  sequence           bigint NOT NULL,
  as_of              timestamptz NOT NULL
);
