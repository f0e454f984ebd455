-- What a partner has bound itself to is summed for each of its posts: its open posts, which may be many, are not read.
CREATE INDEX open_position_exposure_idx ON open_position (partner_id, subject_type, currency) INCLUDE (value);
