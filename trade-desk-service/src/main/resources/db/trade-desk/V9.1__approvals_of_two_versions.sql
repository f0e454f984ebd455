CREATE TRIGGER four_eyes BEFORE UPDATE OF approved_by ON availability FOR EACH ROW
  EXECUTE FUNCTION refuse_decision_by_name('approved_by', 'created_by', 'editors');
