CALL audit_not(ARRAY['http_idempotency_key'], 'answers that are kept for a day');
CALL audit_not(ARRAY['job_lease'], 'which replica runs a job');
