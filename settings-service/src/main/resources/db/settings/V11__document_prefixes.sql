-- A prefix belongs to one series of an organization in a financial year, and stays with it when the series gets
-- another one: else two documents of the year would have the same number. Capitals and small letters are the same to
-- the portal of e-invoices. Of two series that had one prefix before, the older one keeps it.
CREATE TABLE document_prefix (
  organization_id   uuid NOT NULL REFERENCES organization,
  financial_year_id uuid NOT NULL,
  prefix            text NOT NULL,
  series_id         uuid NOT NULL REFERENCES document_series,
  PRIMARY KEY (organization_id, financial_year_id, prefix)
);
INSERT INTO document_prefix (organization_id, financial_year_id, prefix, series_id)
SELECT organization_id, financial_year_id,
       upper(CASE WHEN prefix ~ '[A-Za-z0-9]$' THEN prefix || '/' ELSE prefix END), id
FROM document_series ORDER BY id
ON CONFLICT DO NOTHING;
CALL audit_not(ARRAY['document_prefix'], 'keeps the prefixes of series apart, which tell of them');
