-- Null until partners has published the partner anew, which it does once for the new way to make keys.
ALTER TABLE partner_profile ADD COLUMN bank_key text;
CREATE INDEX partner_profile_bank_idx ON partner_profile (bank_key);
