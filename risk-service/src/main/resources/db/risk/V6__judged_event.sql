-- Which event of its subject an assessment judged; null of those made before this was kept.
ALTER TABLE assessment ADD COLUMN subject_sequence bigint;
