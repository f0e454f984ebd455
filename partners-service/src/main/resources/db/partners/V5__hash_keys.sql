-- With which secret the hashes of identities were made. Null: from before this was recorded; they are made anew.
CREATE TABLE pii_hash_key (
  key_id       text PRIMARY KEY,
  number       bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  in_use_since timestamptz NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE onboarding_application ADD COLUMN hash_key_id text;
ALTER TABLE business_partner ADD COLUMN hash_key_id text;
ALTER TABLE partner_location ADD COLUMN hash_key_id text;
