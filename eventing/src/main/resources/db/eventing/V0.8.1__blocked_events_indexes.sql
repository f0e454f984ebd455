-- Apart from V0.8, whose lock on the queue nothing waits for long. Each index holds few rows, or none.
CREATE INDEX outbox_pending_released_idx ON outbox_pending (lane, id) WHERE blocked_by = 0;
CREATE INDEX outbox_pending_blocked_idx ON outbox_pending (blocked_by) WHERE blocked_by > 0;
CREATE INDEX outbox_pending_retry_idx ON outbox_pending (lane, next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- What waits already. The rows behind it are marked as the relay comes to them.
UPDATE outbox_pending
SET blocked_by = CASE WHEN failed_at IS NOT NULL AND discard_reason IS NULL OR next_attempt_at > clock_timestamp() THEN id ELSE 0 END
WHERE next_attempt_at IS NOT NULL OR failed_at IS NOT NULL;
