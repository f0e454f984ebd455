-- Seven decimals, as posts have: a centimetre.
ALTER TABLE location
  ALTER COLUMN latitude TYPE numeric(10, 7),
  ALTER COLUMN longitude TYPE numeric(10, 7);
-- state_region is read by programs of the version before only; the states come with the program now.
