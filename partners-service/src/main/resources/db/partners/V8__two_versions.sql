CREATE TRIGGER four_eyes BEFORE UPDATE OF decided_by ON onboarding_application FOR EACH ROW
  EXECUTE FUNCTION refuse_decision_by_name('decided_by', 'applicant_user_id', 'editors');
CREATE TRIGGER four_eyes BEFORE UPDATE OF decided_by ON partner_amendment FOR EACH ROW
  EXECUTE FUNCTION refuse_decision_by_name('decided_by', 'requested_by');
CREATE TRIGGER four_eyes BEFORE UPDATE OF completed_by ON kyc_renewal FOR EACH ROW
  EXECUTE FUNCTION refuse_decision_by_name('completed_by', 'requested_by');
CREATE TRIGGER four_eyes BEFORE UPDATE OF reviewed_by ON application_document FOR EACH ROW
  EXECUTE FUNCTION refuse_decision_by_name('reviewed_by', 'uploaded_by');

-- Who uploaded or verified a document of an application has a part in it.
CREATE FUNCTION refuse_decision_on_papers_by_name() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT is_user_id(NEW.decided_by) AND NEW.decided_by <> 'automatic-approval'
     AND EXISTS (SELECT FROM application_document
                 WHERE application_id = NEW.id AND (is_user_id(uploaded_by) OR is_user_id(reviewed_by))) THEN
    RAISE EXCEPTION 'This version knows by name who may have papers of %; a program of the next version decides', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER four_eyes_of_papers BEFORE UPDATE OF decided_by ON onboarding_application FOR EACH ROW
  WHEN (NEW.decided_by IS DISTINCT FROM OLD.decided_by) EXECUTE FUNCTION refuse_decision_on_papers_by_name();

-- What was noted of an application before it became a partner is found with the partner.
CREATE OR REPLACE FUNCTION audit_also(thing uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT application_id FROM business_partner WHERE id = thing
$$;

-- Takes a key where it replaces the one in use, or there is none; answers which one is in use then. WHY a lock: two programs
-- with different keys may find the empty table at the same moment.
CREATE FUNCTION take_pii_hash_key(ours text, replacing text) RETURNS text LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  LOCK TABLE pii_hash_key IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO pii_hash_key (key_id)
  SELECT ours WHERE coalesce((SELECT key_id FROM pii_hash_key ORDER BY number DESC LIMIT 1), replacing) = replacing
  ON CONFLICT (key_id) DO UPDATE SET number = DEFAULT, in_use_since = DEFAULT;
  RETURN (SELECT key_id FROM pii_hash_key ORDER BY number DESC LIMIT 1);
END $$;
