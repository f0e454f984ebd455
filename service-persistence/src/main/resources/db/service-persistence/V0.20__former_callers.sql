-- Until when keys may have been kept under names of users, as versions before opaque ids did: they run beside this one
-- for a while, and keys are kept for a day. A new system has no such keys.
CREATE TABLE former_callers (until timestamptz NOT NULL);
INSERT INTO former_callers SELECT clock_timestamp() + interval '48 hours' WHERE EXISTS (SELECT FROM outbox_event);
CALL audit_not(ARRAY['former_callers'], 'until when an upgrade lasts');
