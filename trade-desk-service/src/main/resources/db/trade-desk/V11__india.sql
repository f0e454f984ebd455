-- What the tax on a trade goes by. Null, or false, until the partner or commodity is published anew; a rebuild of
-- partner-directory and commodity-catalog fills all of them.
ALTER TABLE partner_directory
  ADD COLUMN address_line  text,
  ADD COLUMN city          text,
  ADD COLUMN postal_code   text,
  ADD COLUMN agriculturist boolean NOT NULL DEFAULT false;
ALTER TABLE partner_directory_location ADD COLUMN sez boolean NOT NULL DEFAULT false;
ALTER TABLE commodity_catalog ADD COLUMN hsn_code text;
