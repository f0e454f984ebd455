-- The read model of the inbox' tests: the events themselves.
CREATE TABLE level (
  aggregate_id uuid   NOT NULL,
  sequence     bigint NOT NULL,
  level        text   NOT NULL,
  PRIMARY KEY (aggregate_id, sequence)
);
CREATE TABLE heard (
  projection   text   NOT NULL,
  aggregate_id uuid   NOT NULL,
  sequence     bigint NOT NULL,
  type         text   NOT NULL
);
