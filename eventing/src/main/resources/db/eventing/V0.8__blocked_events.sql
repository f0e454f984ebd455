-- Which row of the queue makes another one wait: so that what waits is stepped over once and not by each fetch.
--
--   blocked_by  NULL      nothing is known to be before it
--               its id    it waits for its time (next_attempt_at) or for an operator (failed_at)
--               other id  an earlier event of its aggregate waits: that row
--               0         it waited and may go: to be looked for wherever the relay is by now
--
-- INVARIANT: a row that another one names exists and has a mark itself. Who marks a row behind another holds a lock on
-- the other; who deletes a marked row releases those behind it in the same transaction.
--
-- For a rolling upgrade: a relay that does not know the column keeps to failed_at, next_attempt_at and discard_reason,
-- which mean what they meant; the triggers keep the marks for it.

ALTER TABLE outbox_pending ADD COLUMN blocked_by bigint;

CREATE FUNCTION outbox_mark_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.failed_at IS NOT NULL AND NEW.discard_reason IS NULL) OR NEW.next_attempt_at > clock_timestamp() THEN
    NEW.blocked_by := NEW.id;
  ELSIF OLD.blocked_by = OLD.id THEN
    NEW.blocked_by := 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outbox_mark_waiting BEFORE UPDATE OF failed_at, next_attempt_at, discard_reason ON outbox_pending
  FOR EACH ROW EXECUTE FUNCTION outbox_mark_waiting();

CREATE FUNCTION outbox_release_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox_pending SET blocked_by = 0 WHERE blocked_by = OLD.id AND blocked_by > 0;
  RETURN NULL;
END $$;
-- Costs nothing for a row that never waited.
CREATE TRIGGER outbox_release_blocked AFTER DELETE ON outbox_pending
  FOR EACH ROW WHEN (OLD.blocked_by IS NOT NULL) EXECUTE FUNCTION outbox_release_blocked();
