ALTER TABLE partner_location ADD COLUMN sez boolean NOT NULL DEFAULT false;

-- What of a document is not the applicant's, and why a reviewer verified it nevertheless.
ALTER TABLE application_document ADD COLUMN mismatches text;
ALTER TABLE application_document ADD COLUMN override_reason text;
CALL audit_table('application_document', 'ApplicationDocument', 'id', 'audit_owner_of_document()',
  ARRAY['document_type', 'mime_type', 'extraction_error', 'status', 'rejection_reason', 'uploaded_by', 'reviewed_by', 'mismatches',
        'override_reason'],
  ARRAY['sha256']);
