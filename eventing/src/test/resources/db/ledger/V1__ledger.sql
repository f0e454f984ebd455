CREATE TABLE ledger (
  id             uuid   PRIMARY KEY,
  note           text   NOT NULL,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL
);
