-- Two partners who are paid on one account are linked: risk compares keyed hashes, as of the other identifiers.
ALTER TABLE onboarding_application ADD COLUMN bank_key text;
ALTER TABLE business_partner ADD COLUMN bank_key text;

CALL audit_table('onboarding_application', 'OnboardingApplication', 'id', 'converted_to_partner_id',
  ARRAY['applicant_user_id', 'editors', 'status', 'category', 'route', 'decision_notes', 'decided_by', 'entity_class',
        'service_provider_type', 'business_entity_type', 'legal_name', 'trade_name', 'country', 'tax_id_type',
        'no_gst_reason', 'currency', 'bank_name', 'city', 'state', 'address_country'],
  ARRAY['pan_key', 'tax_id_key', 'phone_key', 'bank_key', 'hash_key_id', 'latitude', 'longitude', 'waiting_since']);
CALL audit_table('business_partner', 'BusinessPartner', 'id', NULL,
  ARRAY['code', 'status', 'status_reason', 'kyc_status', 'approved_by', 'detected_from', 'override_reason', 'entity_class',
        'service_provider_type', 'business_entity_type', 'legal_name', 'trade_name', 'country', 'tax_id_type',
        'no_gst_reason', 'currency', 'bank_name', 'city', 'state', 'address_country'],
  ARRAY['pan_key', 'tax_id_key', 'phone_key', 'bank_key', 'hash_key_id', 'latitude', 'longitude']);
