-- Prices per unit have up to four decimals: cents for a pound are quoted in hundredths. A column without a scale keeps a
-- price as it was given, and no row is written anew. Amounts of money keep their two.
ALTER TABLE availability
  ALTER COLUMN price TYPE numeric,
  ADD CONSTRAINT availability_price_scale CHECK (scale(price) <= 4 AND price < 1e13);
ALTER TABLE requirement
  ALTER COLUMN max_price TYPE numeric,
  ALTER COLUMN preferred_price TYPE numeric,
  ADD CONSTRAINT requirement_price_scale
    CHECK (scale(max_price) <= 4 AND max_price < 1e13 AND scale(preferred_price) <= 4 AND preferred_price < 1e13);
ALTER TABLE match
  ALTER COLUMN price TYPE numeric,
  ADD CONSTRAINT match_price_scale CHECK (scale(price) <= 4);
ALTER TABLE negotiation
  ALTER COLUMN price TYPE numeric,
  ADD CONSTRAINT negotiation_price_scale CHECK (scale(price) <= 4);
ALTER TABLE negotiation_offer
  ALTER COLUMN price TYPE numeric,
  ADD CONSTRAINT negotiation_offer_price_scale CHECK (scale(price) <= 4);
ALTER TABLE trade
  ALTER COLUMN price TYPE numeric,
  ADD CONSTRAINT trade_price_scale CHECK (scale(price) <= 4);
