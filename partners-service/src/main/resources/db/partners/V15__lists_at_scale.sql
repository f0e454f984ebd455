-- The order of waiting, as the list of applications asks for it: who waits for nobody comes last.
DROP INDEX onboarding_application_waiting_idx;
CREATE INDEX onboarding_application_waiting_idx
  ON onboarding_application (coalesce(waiting_since, timestamptz '9999-12-31 00:00:00+00'), id);

-- Where partners are: a country or a state with few of them is found without reading all others.
CREATE INDEX business_partner_country_idx ON business_partner (country, id);
CREATE INDEX business_partner_state_idx ON business_partner (lower(state), id);
CREATE INDEX business_partner_approved_idx ON business_partner (approved_at, id);
CREATE INDEX onboarding_application_country_idx ON onboarding_application (country, id);
CREATE INDEX partner_amendment_requested_idx ON partner_amendment (requested_at, id);
CREATE INDEX business_partner_kyc_status_idx ON business_partner (kyc_status, id);
CREATE INDEX application_document_type_idx ON application_document (document_type, id);
CREATE INDEX partner_amendment_type_idx ON partner_amendment (type, id);
