-- A commission for each bale or candy, and rates finer than a hundredth of a percent.
ALTER TABLE commission_structure
  -- Without a scale of its own: the rates of before stay as they were written.
  ALTER COLUMN rate TYPE numeric,
  ADD CONSTRAINT commission_structure_rate CHECK (scale(rate) <= 4),
  ADD COLUMN amount_per_unit numeric CHECK (scale(amount_per_unit) <= 4),
  ADD COLUMN unit            text,
  ADD COLUMN unit_factor     numeric;
CALL audit_table('commission_structure', 'CommissionStructure', 'id', NULL,
  ARRAY['name', 'type', 'tiers', 'applies_to', 'currency', 'unit'], '{}');
