-- Read model of settings-events: what a currency is worth in another one, by day.
CREATE TABLE exchange_rate (
  rate_id    uuid PRIMARY KEY,
  pair       text NOT NULL,
  base       text NOT NULL,
  quote      text NOT NULL,
  rate       numeric(18, 8) NOT NULL,
  valid_from date NOT NULL,
  sequence   bigint NOT NULL,
  as_of      timestamptz NOT NULL
);
CREATE INDEX exchange_rate_pair_idx ON exchange_rate (pair, valid_from);
CALL audit_not(ARRAY['exchange_rate'], 'read model');

CREATE FUNCTION currency_pair(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN one COLLATE "C" < other COLLATE "C" THEN one || '-' || other ELSE other || '-' || one END
$$;

-- Whether money can be converted at the rates of a day: by the rate of the pair, or by way of the rupee.
CREATE FUNCTION exchange_rate_is_known(one text, other text, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM exchange_rate WHERE pair = currency_pair(one, other) AND valid_from <= day)
      OR (EXISTS (SELECT FROM exchange_rate WHERE pair = currency_pair(one, 'INR') AND valid_from <= day)
          AND EXISTS (SELECT FROM exchange_rate WHERE pair = currency_pair('INR', other) AND valid_from <= day))
$$;

-- A trade counts at the rate of its day. A post is no exposure, and has none.
ALTER TABLE open_position ADD COLUMN traded_on date;
UPDATE open_position SET traded_on = coalesce(
  (SELECT trade_date FROM trade_history WHERE trade_id = subject_id), (now() AT TIME ZONE 'Asia/Kolkata')::date)
WHERE subject_type = 'TRADE';
DROP INDEX open_position_exposure_idx;
CREATE INDEX open_position_exposure_idx
  ON open_position (partner_id, subject_type, currency, traded_on) INCLUDE (value);
CREATE INDEX open_position_traded_on_idx ON open_position (traded_on) WHERE subject_type = 'TRADE';

-- What waits for a rate says for which one.
ALTER TABLE waiting_partner
  ADD COLUMN rate_from text, ADD COLUMN rate_to text, ADD COLUMN rate_day date,
  ADD COLUMN waiting_since timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE waiting_post
  ADD COLUMN rate_from text, ADD COLUMN rate_to text, ADD COLUMN rate_day date,
  ADD COLUMN waiting_since timestamptz NOT NULL DEFAULT clock_timestamp();

-- Trades in another currency than that of the limit were not counted: their parties are assessed again.
INSERT INTO waiting_partner (partner_id)
SELECT DISTINCT partner_id FROM open_position JOIN partner_profile USING (partner_id)
WHERE subject_type = 'TRADE' AND currency <> credit_currency
ON CONFLICT (partner_id) DO NOTHING;
