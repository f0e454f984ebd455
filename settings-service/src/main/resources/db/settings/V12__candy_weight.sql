-- What a candy of the commodity weighs, where it is not the usual one of 355.6222 kg.
ALTER TABLE commodity ADD COLUMN candy_weight numeric(12, 4);
