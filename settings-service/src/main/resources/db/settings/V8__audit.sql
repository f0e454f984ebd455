CALL audit_table('commodity', 'Commodity', 'id', NULL,
  ARRAY['code', 'name', 'category', 'hsn_code', 'description', 'base_unit', 'trade_unit', 'rate_unit', 'currency', 'details'], '{}');
CALL audit_table('location', 'Location', 'id', NULL,
  ARRAY['name', 'place_id', 'address', 'postal_code', 'city', 'district', 'state', 'state_code', 'region', 'country', 'timezone'], '{}');
CALL audit_table('trade_term', 'TradeTerm', 'id', NULL, ARRAY['kind', 'code', 'name', 'description'], '{}');
CALL audit_table('commission_structure', 'CommissionStructure', 'id', NULL,
  ARRAY['name', 'type', 'tiers', 'applies_to', 'currency'], '{}');
-- Its registrations and bank accounts are masked.
CALL audit_table('organization', 'Organization', 'id', NULL, ARRAY['name', 'years'], '{}');
CALL audit_table('document_series', 'DocumentSeries', 'id', 'organization_id', ARRAY['document_type', 'prefix'], '{}');

CALL audit_not(ARRAY['organization_gstin'], 'keeps the registrations of organizations apart, which tell of them');
CALL audit_not(ARRAY['parameter_template'], 'counts how often the usual parameters are used');
CALL audit_not(ARRAY['state_region'], 'comes with the program');
CALL audit_not(ARRAY['reference_count_post'], 'read model');
