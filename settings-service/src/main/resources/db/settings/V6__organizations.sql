-- Our own legal entities. What is read and written as a whole is one document; what must be unique or
-- counted has a table of its own.
CREATE TABLE organization (
  id             uuid PRIMARY KEY,
  name           text NOT NULL,
  details        jsonb NOT NULL,
  registrations  jsonb NOT NULL,
  bank_accounts  jsonb NOT NULL,
  years          jsonb NOT NULL,
  active         boolean NOT NULL,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL
);
CREATE UNIQUE INDEX organization_name_key ON organization (lower(name));

-- A GSTIN belongs to one organization, whoever registers it at the same moment.
CREATE TABLE organization_gstin (
  gstin           text PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization
);

CREATE TABLE document_series (
  id                uuid PRIMARY KEY,
  organization_id   uuid NOT NULL REFERENCES organization,
  document_type     text NOT NULL,
  financial_year_id uuid NOT NULL,
  prefix            text NOT NULL,
  resets_annually   boolean NOT NULL,
  next_number       bigint NOT NULL CHECK (next_number > 0),
  active            boolean NOT NULL,
  CONSTRAINT document_series_year_key UNIQUE (organization_id, document_type, financial_year_id)
);
