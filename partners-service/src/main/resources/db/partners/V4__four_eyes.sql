-- Who had a part in what others decide on. Null: from before this was recorded. Replicas of an earlier version write
-- neither column.
ALTER TABLE onboarding_application ADD COLUMN editors jsonb;
ALTER TABLE application_document ADD COLUMN uploaded_by text;
