-- Who changed an offer that somebody else approves. Null: from before this was recorded. Replicas of an earlier version
-- do not write it.
ALTER TABLE availability ADD COLUMN editors jsonb;
