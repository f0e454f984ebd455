-- Whom an assessment concerns: whose post it is, or both parties of a match.
ALTER TABLE assessment ADD COLUMN partner_ids uuid[] GENERATED ALWAYS AS (
  array_remove(ARRAY[
    (inputs -> 'post' ->> 'partnerId')::uuid,
    (inputs -> 'pair' -> 'buyer' ->> 'partnerId')::uuid,
    (inputs -> 'pair' -> 'seller' ->> 'partnerId')::uuid], NULL)) STORED;
CREATE INDEX assessment_partner_idx ON assessment USING gin (partner_ids);
CREATE INDEX assessment_status_idx ON assessment (status, id);
CREATE INDEX assessment_score_idx ON assessment (score, id);
