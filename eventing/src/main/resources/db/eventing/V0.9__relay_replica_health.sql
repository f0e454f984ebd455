-- Whether a relay replica gets events to the broker: it says so with each beat, so that the lanes of one that is cut
-- off go to one that is not. changed_at: since when it says so.
-- NULL: a relay from before these columns. It does not say, so nothing is decided by it and shares stay as they were.
ALTER TABLE outbox_replica ADD COLUMN working boolean, ADD COLUMN changed_at timestamptz;
