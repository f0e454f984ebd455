-- Which partners let the brokerage act for them.
CREATE TABLE broker_consent (
  partner_id  uuid PRIMARY KEY,
  given       boolean NOT NULL,
  valid_until date,
  sequence    bigint NOT NULL,
  as_of       timestamptz NOT NULL
);
CALL audit_not(ARRAY['broker_consent'], 'read model');

-- Whom of the brokerage did it on behalf of a partner: an opaque id; null when the partner did it itself.
ALTER TABLE availability ADD COLUMN broker_user text;
ALTER TABLE requirement ADD COLUMN broker_user text;
ALTER TABLE negotiation ADD COLUMN buyer_broker text, ADD COLUMN seller_broker text;
ALTER TABLE negotiation_offer ADD COLUMN broker_user text;
ALTER TABLE trade ADD COLUMN buyer_broker text, ADD COLUMN seller_broker text;
