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
