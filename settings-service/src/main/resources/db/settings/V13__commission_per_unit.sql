-- A commission for each bale or candy, and rates finer than a hundredth of a percent.
ALTER TABLE commission_structure
  ALTER COLUMN rate TYPE numeric(7, 4),
  ADD COLUMN amount_per_unit numeric(15, 4),
  ADD COLUMN unit            text,
  ADD COLUMN unit_factor     numeric(30, 15);
CALL audit_table('commission_structure', 'CommissionStructure', 'id', NULL,
  ARRAY['name', 'type', 'tiers', 'applies_to', 'currency', 'unit'], '{}');
