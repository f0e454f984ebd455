-- An assessment is never changed and keeps all that it rests on: its entry says who had it made.
CALL audit_table('assessment', 'Assessment', 'id', 'subject_id', ARRAY['subject_type', 'status', 'rules_version'],
  ARRAY['factors', 'inputs']);
CALL audit_table('partner_risk_profile', 'PartnerRiskProfile', 'partner_id', NULL,
  ARRAY['level', 'currency', 'category', 'factors'], '{}');

CALL audit_not(ARRAY['risk_verdict'], 'numbers the assessments of a subject, which tell of themselves');
CALL audit_not(ARRAY['waiting_post', 'waiting_partner', 'open_pair'], 'what is still to be judged');
CALL audit_not(ARRAY['partner_profile', 'commodity_rules', 'open_position', 'trade_history'], 'read models');
