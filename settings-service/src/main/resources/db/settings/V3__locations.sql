CREATE TABLE location (
  id             uuid PRIMARY KEY,
  name           text NOT NULL,
  place_id       text NOT NULL,
  address        text,
  postal_code    text,
  city           text,
  district       text,
  state          text,
  state_code     text,
  region         text NOT NULL,
  country        text NOT NULL,
  latitude       numeric(9, 6) NOT NULL,
  longitude      numeric(9, 6) NOT NULL,
  timezone       text NOT NULL,
  active         boolean NOT NULL,
  version        bigint NOT NULL,
  event_sequence bigint NOT NULL,
  CONSTRAINT location_place_id_key UNIQUE (place_id)
);
CREATE INDEX location_state_idx ON location (state_code, id);

-- Which region of India a state belongs to. An alias is another code of the same state, as providers
-- of maps and older records write it.
CREATE TABLE state_region (
  code   text PRIMARY KEY,
  state  text NOT NULL,
  name   text NOT NULL,
  region text NOT NULL
);
INSERT INTO state_region (code, state, name, region) VALUES
  ('MH', 'MH', 'Maharashtra', 'WEST'), ('GJ', 'GJ', 'Gujarat', 'WEST'), ('RJ', 'RJ', 'Rajasthan', 'WEST'),
  ('GA', 'GA', 'Goa', 'WEST'),
  ('TN', 'TN', 'Tamil Nadu', 'SOUTH'), ('KA', 'KA', 'Karnataka', 'SOUTH'), ('KL', 'KL', 'Kerala', 'SOUTH'),
  ('AP', 'AP', 'Andhra Pradesh', 'SOUTH'), ('TS', 'TS', 'Telangana', 'SOUTH'), ('PY', 'PY', 'Puducherry', 'SOUTH'),
  ('PB', 'PB', 'Punjab', 'NORTH'), ('HR', 'HR', 'Haryana', 'NORTH'), ('UP', 'UP', 'Uttar Pradesh', 'NORTH'),
  ('UK', 'UK', 'Uttarakhand', 'NORTH'), ('HP', 'HP', 'Himachal Pradesh', 'NORTH'), ('DL', 'DL', 'Delhi', 'NORTH'),
  ('JK', 'JK', 'Jammu and Kashmir', 'NORTH'), ('LA', 'LA', 'Ladakh', 'NORTH'), ('CH', 'CH', 'Chandigarh', 'NORTH'),
  ('MP', 'MP', 'Madhya Pradesh', 'CENTRAL'), ('CG', 'CG', 'Chhattisgarh', 'CENTRAL'),
  ('WB', 'WB', 'West Bengal', 'EAST'), ('OD', 'OD', 'Odisha', 'EAST'), ('JH', 'JH', 'Jharkhand', 'EAST'),
  ('BR', 'BR', 'Bihar', 'EAST'),
  ('AS', 'AS', 'Assam', 'NORTHEAST'), ('NL', 'NL', 'Nagaland', 'NORTHEAST'), ('TR', 'TR', 'Tripura', 'NORTHEAST'),
  ('MZ', 'MZ', 'Mizoram', 'NORTHEAST'), ('MN', 'MN', 'Manipur', 'NORTHEAST'), ('SK', 'SK', 'Sikkim', 'NORTHEAST'),
  ('AR', 'AR', 'Arunachal Pradesh', 'NORTHEAST'), ('ML', 'ML', 'Meghalaya', 'NORTHEAST'),
  ('TG', 'TS', 'Telangana', 'SOUTH'), ('CT', 'CG', 'Chhattisgarh', 'CENTRAL'), ('OR', 'OD', 'Odisha', 'EAST'),
  ('UT', 'UK', 'Uttarakhand', 'NORTH'), ('LD', 'LD', 'Lakshadweep', 'UNKNOWN'),
  ('AN', 'AN', 'Andaman and Nicobar Islands', 'UNKNOWN');
