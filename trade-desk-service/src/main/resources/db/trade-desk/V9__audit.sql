-- A post belongs to its partner; a pair, a negotiation and a trade belong to two, and are found by their own ids.
CALL audit_table('availability', 'Availability', 'id', 'seller_id',
  ARRAY['status', 'approval', 'approved_by', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'state_code', 'country',
        'quality', 'visibility', 'restricted_buyers', 'notes', 'risk_status', 'block_reasons', 'created_by', 'editors'], '{}');
CALL audit_table('reservation', 'Reservation', 'id', 'availability_id', ARRAY['status'], '{}');
CALL audit_table('requirement', 'Requirement', 'id', 'buyer_id',
  ARRAY['number', 'status', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'quality', 'visibility', 'invited_sellers',
        'urgency', 'intent', 'notes', 'risk_status', 'block_reasons', 'created_by'], ARRAY['reach']);
CALL audit_table('match', 'Match', 'id', NULL,
  ARRAY['status', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'risk_status', 'reasons'],
  ARRAY['score', 'buyer_place', 'seller_place']);
CALL audit_table('negotiation', 'Negotiation', 'id', NULL,
  ARRAY['status', 'started_by', 'last_offer_by', 'price_unit', 'currency', 'quantity_unit', 'ended_by', 'reason'], '{}');
CALL audit_table('negotiation_offer', 'NegotiationOffer', 'id', 'negotiation_id', ARRAY['offered_by', 'message', 'status'], '{}');
CALL audit_table('trade', 'Trade', 'id', NULL,
  ARRAY['number', 'status', 'quantity_unit', 'base_unit', 'price_unit', 'currency', 'gst', 'created_by', 'reason'], '{}');

CALL audit_not(ARRAY['position'], 'follows its post and its trade');
CALL audit_not(ARRAY['trade_number'], 'the last number of a year; the trade tells its own');
CALL audit_not(ARRAY['match_request'], 'which posts are to be matched');
CALL audit_not(ARRAY['partner_directory', 'partner_directory_location', 'commodity_catalog', 'location_directory', 'trade_terms',
                     'partner_standing', 'risk_verdict'], 'read models');
