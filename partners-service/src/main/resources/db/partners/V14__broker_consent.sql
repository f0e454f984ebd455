-- Whether the brokerage may act on behalf of a partner: one row for each partner that ever said so.
CREATE TABLE broker_consent (
  id                 uuid PRIMARY KEY,
  version            bigint NOT NULL,
  event_sequence     bigint NOT NULL,
  partner_id         uuid NOT NULL REFERENCES business_partner,
  given              boolean NOT NULL,
  valid_until        date,
  evidence           text,
  recorded_by        text NOT NULL,
  recorded_by_broker boolean NOT NULL,
  recorded_at        timestamptz NOT NULL,
  CONSTRAINT broker_consent_one_per_partner UNIQUE (partner_id)
);
CALL audit_table('broker_consent', 'BrokerConsent', 'id', 'partner_id', ARRAY['recorded_by', 'evidence'], '{}');
