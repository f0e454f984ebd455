-- An application's papers are a partner's as soon as there is one.
CREATE FUNCTION audit_owner_of_document(document jsonb) RETURNS uuid LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT coalesce((SELECT id FROM business_partner WHERE application_id = (document ->> 'application_id')::uuid),
                  (document ->> 'application_id')::uuid)
$$;

CALL audit_table('onboarding_application', 'OnboardingApplication', 'id', 'converted_to_partner_id',
  ARRAY['applicant_user_id', 'editors', 'status', 'category', 'route', 'decision_notes', 'decided_by', 'entity_class',
        'service_provider_type', 'business_entity_type', 'legal_name', 'trade_name', 'country', 'tax_id_type',
        'no_gst_reason', 'currency', 'bank_name', 'city', 'state', 'address_country'],
  ARRAY['pan_key', 'tax_id_key', 'phone_key', 'hash_key_id', 'latitude', 'longitude']);
CALL audit_table('business_partner', 'BusinessPartner', 'id', NULL,
  ARRAY['code', 'status', 'status_reason', 'kyc_status', 'approved_by', 'detected_from', 'override_reason', 'entity_class',
        'service_provider_type', 'business_entity_type', 'legal_name', 'trade_name', 'country', 'tax_id_type',
        'no_gst_reason', 'currency', 'bank_name', 'city', 'state', 'address_country'],
  ARRAY['pan_key', 'tax_id_key', 'phone_key', 'hash_key_id', 'latitude', 'longitude']);
CALL audit_table('application_document', 'ApplicationDocument', 'id', 'audit_owner_of_document()',
  ARRAY['document_type', 'mime_type', 'extraction_error', 'status', 'rejection_reason', 'uploaded_by', 'reviewed_by'],
  ARRAY['sha256']);
CALL audit_table('partner_location', 'PartnerLocation', 'id', 'partner_id',
  ARRAY['type', 'name', 'city', 'state', 'country', 'code', 'commodity_codes'],
  ARRAY['tax_id_key', 'hash_key_id', 'latitude', 'longitude']);
CALL audit_table('partner_amendment', 'PartnerAmendment', 'id', 'partner_id',
  ARRAY['type', 'status', 'reason', 'requested_by', 'decided_by', 'decision_notes'], '{}');
CALL audit_table('partner_employee', 'PartnerEmployee', 'id', 'partner_id', ARRAY['role', 'status', 'user_id'], '{}');
CALL audit_table('partner_vehicle', 'PartnerVehicle', 'id', 'partner_id', ARRAY['type', 'maker_model', 'permit_type'], '{}');
CALL audit_table('kyc_renewal', 'KycRenewal', 'id', 'partner_id',
  ARRAY['type', 'status', 'requested_by', 'completed_by', 'document_ids', 'notes'], '{}');

CALL audit_not(ARRAY['document_content'], 'bytes; application_document tells of them');
CALL audit_not(ARRAY['kyc_reminder'], 'which reminders went out');
CALL audit_not(ARRAY['risk_standing', 'open_business', 'shared_contact'], 'read models');
CALL audit_not(ARRAY['pii_hash_key'], 'which secret made the hashes; it is its own history');
