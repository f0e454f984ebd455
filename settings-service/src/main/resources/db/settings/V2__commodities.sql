CREATE TABLE commodity (
  id                         uuid PRIMARY KEY,
  code                       text NOT NULL,
  name                       text NOT NULL,
  category                   text NOT NULL,
  hsn_code                   text,
  gst_rate                   numeric(5, 2) NOT NULL CHECK (gst_rate BETWEEN 0 AND 100),
  description                text,
  base_unit                  text NOT NULL,
  trade_unit                 text NOT NULL,
  rate_unit                  text NOT NULL,
  standard_weight_per_unit   numeric(12, 4) CHECK (standard_weight_per_unit > 0),
  currency                   text NOT NULL,
  delivery_tolerance_percent numeric(5, 2),
  weight_tolerance_percent   numeric(5, 2),
  -- Parameters, varieties, export and import rules: read and written as a whole.
  details                    jsonb NOT NULL,
  circular_trading_blocked   boolean NOT NULL,
  active                     boolean NOT NULL,
  deleted_at                 timestamptz,
  version                    bigint NOT NULL,
  event_sequence             bigint NOT NULL
);
CREATE UNIQUE INDEX commodity_code_key ON commodity (code) WHERE deleted_at IS NULL;
CREATE INDEX commodity_category_idx ON commodity (lower(category), id) WHERE deleted_at IS NULL;

-- The quality parameters that are usual in a category: a new commodity without parameters gets them.
CREATE TABLE parameter_template (
  category      text    NOT NULL,
  name          text    NOT NULL,
  type          text    NOT NULL CHECK (type IN ('NUMERIC', 'RANGE', 'TEXT')),
  unit          text,
  min_value     numeric,
  max_value     numeric,
  allowed       jsonb,
  mandatory     boolean NOT NULL,
  display_order integer NOT NULL DEFAULT 100,
  usage_count   bigint  NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX parameter_template_key ON parameter_template (lower(category), lower(name));

INSERT INTO parameter_template (category, name, type, unit, min_value, max_value, allowed, mandatory, display_order) VALUES
  ('cotton', 'Staple Length',    'NUMERIC', 'mm',        22.0, 34.0, NULL, true, 1),
  ('cotton', 'Micronaire',       'NUMERIC', NULL,         2.5,  6.0, NULL, true, 2),
  ('cotton', 'Strength',         'NUMERIC', 'g/tex',     22.0, 35.0, NULL, true, 3),
  ('cotton', 'Color Grade',      'TEXT',    NULL,        NULL, NULL,
     '["WHITE", "LIGHT SPOTTED", "SPOTTED", "TINGED", "YELLOW STAINED"]', true, 4),
  ('cotton', 'Trash Content',    'NUMERIC', '%',          0.0,  5.0, NULL, true, 5),
  ('cotton', 'Moisture Content', 'NUMERIC', '%',          6.0,  8.5, NULL, true, 6),
  ('yarn',   'Ply',              'NUMERIC', NULL,         1,    6,   NULL, false, 2),
  ('yarn',   'TPI',              'NUMERIC', 'turns/inch', 10,   30,  NULL, false, 3),
  ('yarn',   'Strength',         'NUMERIC', 'cN/tex',    12,   18,   NULL, false, 4),
  ('yarn',   'Moisture Content', 'NUMERIC', '%',          6.5,  8.5, NULL, false, 5);
