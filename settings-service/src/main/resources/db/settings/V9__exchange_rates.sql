-- The rates of pairs of currencies by the day. A pair has one rate of a day, whichever way round it is given.
CREATE TABLE exchange_rate (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL,
  base           text NOT NULL,
  quote          text NOT NULL,
  rate           numeric(18, 8) NOT NULL,
  valid_from     date NOT NULL,
  source         text NOT NULL,
  pair           text NOT NULL,
  CONSTRAINT exchange_rate_positive CHECK (rate > 0),
  CONSTRAINT exchange_rate_of_a_day_key UNIQUE (pair, valid_from)
);
CREATE INDEX exchange_rate_base_idx ON exchange_rate (base, quote, id);
CREATE INDEX exchange_rate_day_idx ON exchange_rate (valid_from, id);

CALL audit_table('exchange_rate', 'ExchangeRate', 'id', NULL, ARRAY['base', 'quote', 'source'], '{}');
