-- Seven decimals, as posts have: a centimetre. Without a scale no row is written anew, and programs of the version before go on.
ALTER TABLE location
  ALTER COLUMN latitude TYPE numeric,
  ALTER COLUMN longitude TYPE numeric;
-- state_region is read by programs of the version before only; the states come with the program now.
