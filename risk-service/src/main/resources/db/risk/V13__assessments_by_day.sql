-- A day of the past is found without reading all days since.
CREATE INDEX assessment_assessed_idx ON assessment (assessed_at, id);
