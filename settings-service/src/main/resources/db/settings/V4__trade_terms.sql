CREATE TABLE trade_term (
  id                       uuid PRIMARY KEY,
  kind                     text NOT NULL,
  code                     text NOT NULL,
  name                     text NOT NULL,
  description              text,
  requires_approval        boolean,
  requires_quality_test    boolean,
  weight_deduction_percent numeric(5, 2),
  includes_freight         boolean,
  includes_insurance       boolean,
  payment_days             integer,
  payment_percent          numeric(5, 2),
  active                   boolean NOT NULL,
  version                  bigint NOT NULL,
  event_sequence           bigint NOT NULL,
  CONSTRAINT trade_term_code_key UNIQUE (kind, code)
);
CREATE UNIQUE INDEX trade_term_name_key ON trade_term (kind, lower(name));

-- The usual terms of the cotton trade. Their ids are the same in every installation.
INSERT INTO trade_term (id, kind, code, name, requires_approval, requires_quality_test, weight_deduction_percent,
                        includes_freight, includes_insurance, payment_days, payment_percent,
                        active, version, event_sequence) VALUES
  ('01980000-0000-7000-8000-000000000001', 'TRADE_TYPE',      'DOMESTIC', 'Domestic',           NULL,  NULL,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000002', 'TRADE_TYPE',      'EXPORT',   'Export',             NULL,  NULL,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000003', 'TRADE_TYPE',      'IMPORT',   'Import',             NULL,  NULL,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000004', 'BARGAIN_TYPE',    'FIXED',    'Fixed price',        false, NULL,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000005', 'BARGAIN_TYPE',    'UNFIXED',  'Price to be fixed',  true,  NULL,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000006', 'PASSING_TERM',    'LAB',      'Laboratory passing', NULL,  true,  NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000007', 'PASSING_TERM',    'SPOT',     'Spot passing',       NULL,  false, NULL, NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000008', 'WEIGHTMENT_TERM', 'GIN',      'Weight at the gin',  NULL,  NULL,  0,    NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-000000000009', 'WEIGHTMENT_TERM', 'MILL',     'Weight at the mill', NULL,  NULL,  0,    NULL,  NULL,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-00000000000a', 'DELIVERY_TERM',   'EXGIN',    'Ex gin',             NULL,  NULL,  NULL, false, false, NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-00000000000b', 'DELIVERY_TERM',   'FOR',      'Delivered at mill',  NULL,  NULL,  NULL, true,  true,  NULL, NULL, true, 0, 1),
  ('01980000-0000-7000-8000-00000000000c', 'PAYMENT_TERM',    'ADVANCE',  'Advance',            NULL,  NULL,  NULL, NULL,  NULL,  0,    100,  true, 0, 1),
  ('01980000-0000-7000-8000-00000000000d', 'PAYMENT_TERM',    'NET15',    'Net 15 days',        NULL,  NULL,  NULL, NULL,  NULL,  15,   100,  true, 0, 1),
  ('01980000-0000-7000-8000-00000000000e', 'PAYMENT_TERM',    'NET30',    'Net 30 days',        NULL,  NULL,  NULL, NULL,  NULL,  30,   100,  true, 0, 1);

-- They are published like any other term: a subscriber has no other way to know them.
INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
SELECT ('01980000-0001' || substr(id::text, 14))::uuid, 'settings-events', 'TradeTerm', id, 1, 'TradeTermCreated',
       jsonb_build_object(
         'termId', id, 'kind', lower(kind), 'code', code, 'name', name, 'description', description,
         'requiresApproval', requires_approval, 'requiresQualityTest', requires_quality_test,
         'weightDeductionPercent', weight_deduction_percent::text,
         'includesFreight', includes_freight, 'includesInsurance', includes_insurance,
         'paymentDays', payment_days, 'paymentPercent', payment_percent::text, 'active', active)
FROM trade_term ORDER BY id;
