-- Lists from which work can be done. A column that the database computes is right whichever version writes the row.
ALTER TABLE onboarding_application ADD COLUMN waiting_since timestamptz GENERATED ALWAYS AS (
  CASE status
    WHEN 'PENDING' THEN created_at
    WHEN 'INFO_REQUESTED' THEN decided_at
    WHEN 'PENDING_APPROVAL' THEN submitted_at
  END) STORED;
CREATE INDEX onboarding_application_waiting_idx ON onboarding_application (waiting_since, id) WHERE waiting_since IS NOT NULL;

CREATE INDEX application_document_status_idx ON application_document (status, id);
CREATE INDEX partner_amendment_status_idx ON partner_amendment (status, id);
