-- Who did what to which thing: one entry per command and changed thing, written by triggers in the transaction
-- of the change, so that no statement of any program is forgotten (ADR 18).
--
-- Who and why comes from the setting audit.context of the transaction, a JSON object that the programs set:
-- actor, actingFor, operation, address, reason, traceId. Where nobody set it, the actor is the role of the database.
--
-- An id is a UUIDv7: ids order by time, and the partitions are months of ids.

CREATE FUNCTION audit_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

CREATE TABLE audit_entry (
  id          uuid        PRIMARY KEY,
  at          timestamptz NOT NULL,
  kind        text        NOT NULL,
  subject     uuid        NOT NULL,
  -- The thing whose part the subject is; the subject itself where it is nobody's part.
  owner       uuid        NOT NULL,
  change      text        NOT NULL CHECK (change IN ('created', 'changed', 'deleted')),
  actor       text        NOT NULL,
  -- What the token called the user: an id alone tells an auditor nothing. Nothing but the audit stores it.
  actor_name  text,
  acting_for  uuid,
  operation   text,
  address     text,
  reason      text,
  trace_id    text,
  before      jsonb,
  after       jsonb,
  transaction xid8        NOT NULL
) PARTITION BY RANGE (id);
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject, id);
CREATE INDEX audit_entry_owner_idx ON audit_entry (owner, id);
CREATE INDEX audit_entry_actor_idx ON audit_entry (actor, id);

-- What comes when no month was made for it: a change of business never fails for that.
CREATE TABLE audit_entry_rest PARTITION OF audit_entry DEFAULT;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse();
-- The trigger below completes an entry of its own transaction; afterwards nobody does.
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 OR OLD.transaction <> pg_current_xact_id()) EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_entry_rest_no_truncate BEFORE TRUNCATE ON audit_entry_rest FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- Makes this month and the two after it, and drops the months that are over for longer than they are kept:
-- nothing else ever removes an entry. Answers how many were dropped.
CREATE FUNCTION audit_keep(kept interval) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  month   timestamptz;
  name    text;
  dropped integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_keep ' || current_schema()));
  FOR ahead IN 0..2 LOOP
    month := date_trunc('month', clock_timestamp(), 'UTC') + ahead * interval '1 month';
    name := 'audit_entry_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE %I PARTITION OF audit_entry FOR VALUES FROM (%L) TO (%L)', name,
                     audit_floor(month), audit_floor(month + interval '1 month'));
      EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()',
                     name || '_no_truncate', name);
    EXCEPTION WHEN check_violation THEN
      RAISE WARNING 'Entries of % are in audit_entry_rest and stay there', name;
    END;
  END LOOP;
  FOR name IN
    SELECT part.relname FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
    WHERE inhparent = 'audit_entry'::regclass AND part.relname ~ '^audit_entry_\d{4}_\d\d$'
      AND to_date(right(part.relname, 7), 'YYYY_MM') + interval '1 month' + kept < clock_timestamp() AT TIME ZONE 'UTC'
  LOOP
    EXECUTE format('DROP TABLE %I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
SELECT audit_keep(interval '100 years');

-- The last four characters, and no more than half.
CREATE FUNCTION audit_masked(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT repeat('*', length(value) - least(4, length(value) / 2)) || right(value, least(4, length(value) / 2))
$$;

-- Every text and number in it; the names of its fields stay.
CREATE FUNCTION audit_masked(value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(field.key, audit_masked(field.value)), '{}') FROM jsonb_each(value) AS field)
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(audit_masked(item.value)), '[]') FROM jsonb_array_elements(value) AS item)
    WHEN 'string' THEN to_jsonb(audit_masked(value #>> '{}'))
    WHEN 'number' THEN to_jsonb(audit_masked(value #>> '{}'))
    ELSE value
  END;
END $$;

-- Arguments: kind; column of the subject; owner (a column, or a function of the row as JSON, with parentheses);
-- columns that are shown as they are; columns that are left out.
--
-- WHY plans for all values: the planner would plan each entry anew, which costs ten times as much as to write it.
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  shown   text[] := TG_ARGV[3];
  without text[] := TG_ARGV[4];
  old_row jsonb;
  new_row jsonb;
  thing   jsonb;
  was     jsonb;
  is_now  jsonb;
  who     jsonb := nullif(current_setting('audit.context', true), '')::jsonb;
  -- The subjects that this transaction has entries of, while they are few.
  written text := coalesce(current_setting('audit.written', true), '');
  entry   audit_entry;
  micros  bigint;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD) - without; END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW) - without; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, CASE WHEN key = ANY (shown) THEN value ELSE audit_masked(value) END),
           jsonb_object_agg(key, CASE WHEN key = ANY (shown) THEN new_row -> key ELSE audit_masked(new_row -> key) END)
    INTO was, is_now
    FROM jsonb_each(old_row) WHERE value <> new_row -> key;
    IF was IS NULL THEN RETURN NULL; END IF;
    thing := new_row;
  ELSE
    thing := coalesce(new_row, old_row);
    SELECT jsonb_object_agg(key, CASE WHEN key = ANY (shown) THEN value ELSE audit_masked(value) END)
    INTO is_now FROM jsonb_each(thing) WHERE value <> 'null';
    IF TG_OP = 'DELETE' THEN was := is_now; is_now := NULL; END IF;
  END IF;

  entry.subject := thing ->> TG_ARGV[1];
  entry.actor := coalesce(who ->> 'actor', 'database:' || session_user);
  IF TG_OP = 'UPDATE' AND (written = 'many' OR position(thing ->> TG_ARGV[1] IN written) > 0) THEN
    UPDATE audit_entry
    SET before = CASE change WHEN 'changed' THEN was || before END, after = after || is_now
    WHERE id >= audit_floor(transaction_timestamp()) AND id < audit_floor(transaction_timestamp() + interval '1 day')
      AND subject = entry.subject AND kind = TG_ARGV[0] AND actor = entry.actor
      AND transaction = pg_current_xact_id() AND change <> 'deleted';
    IF FOUND THEN RETURN NULL; END IF;
  END IF;

  IF TG_ARGV[2] LIKE '%()' THEN
    EXECUTE format('SELECT %I($1)', rtrim(TG_ARGV[2], '()')) INTO entry.owner USING thing;
  ELSE
    entry.owner := thing ->> TG_ARGV[2];
  END IF;
  -- A UUIDv7; the twelve bits behind the millisecond are its fraction.
  entry.at := clock_timestamp();
  micros := extract(epoch FROM entry.at) * 1000000;
  entry.id := lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4), 3, '0')
              || substr(gen_random_uuid()::text, 20);
  INSERT INTO audit_entry (id, at, kind, subject, owner, change, actor, actor_name, acting_for, operation, address, reason, trace_id,
                           before, after, transaction)
  VALUES (entry.id, entry.at, TG_ARGV[0], entry.subject, coalesce(entry.owner, entry.subject),
          CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END,
          entry.actor, who ->> 'actorName', (who ->> 'actingFor')::uuid, who ->> 'operation', who ->> 'address', who ->> 'reason',
          who ->> 'traceId', was, is_now, pg_current_xact_id());
  IF written <> 'many' THEN
    PERFORM set_config('audit.written',
                       CASE WHEN length(written) > 2000 THEN 'many' ELSE concat_ws(' ', written, entry.subject) END, true);
  END IF;
  RETURN NULL;
END $$;

-- Has every change of a table audited. Numbers, dates, ids and truth values are shown; every text and JSON is masked
-- unless it is named, also in columns that are added later; bytes are always left out. Call it again to change that.
CREATE PROCEDURE audit_table(audited regclass, kind text, subject text, owner text, shown text[], without text[])
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  plain  text[];
  bytes  text[];
  wrong  text;
BEGIN
  SELECT array_agg(attname ORDER BY attnum) FILTER (WHERE atttypid = ANY (ARRAY['uuid', 'boolean', 'smallint', 'integer', 'bigint',
             'numeric', 'date', 'timestamptz']::regtype[])),
         array_agg(attname ORDER BY attnum) FILTER (WHERE atttypid = 'bytea'::regtype)
  INTO plain, bytes
  FROM pg_attribute WHERE attrelid = audited AND attnum > 0 AND NOT attisdropped;
  SELECT string_agg(named, ', ') INTO wrong FROM unnest(shown || without || subject) AS named
  WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = audited AND attname = named AND NOT attisdropped);
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION '% has no column %', audited, wrong;
  END IF;
  EXECUTE format('CREATE OR REPLACE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW'
                 ' EXECUTE FUNCTION audit_change(%L, %L, %L, %L, %L)',
                 audited, kind, subject, coalesce(owner, ''), plain || shown,
                 without || coalesce(bytes, '{}') || '{version,event_sequence}'::text[]);
END $$;

-- What is no business thing says so, and why.
CREATE PROCEDURE audit_not(tables text[], why text) LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY tables LOOP
    EXECUTE format('COMMENT ON TABLE %I IS %L', named, 'not audited: ' || why);
  END LOOP;
END $$;

-- Tables that are neither audited nor say why not; a test of each service wants none.
CREATE VIEW audit_forgotten AS
  SELECT relname::text AS name FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
    AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'audit' AND tgenabled <> 'D')
    AND coalesce(obj_description(pg_class.oid, 'pg_class'), '') NOT LIKE 'not audited: _%'
    AND relname <> 'audit_entry' AND relname !~ '^flyway_';

CALL audit_not(ARRAY['outbox_event', 'outbox_pending', 'outbox_receipt', 'outbox_lane', 'outbox_replica', 'outbox_head',
                     'outbox_head_fill', 'outbox_replay', 'outbox_key'],
               'the way of events; they are themselves the record of what happened');
CALL audit_not(ARRAY['inbox_cursor', 'inbox_parked', 'inbox_unreadable', 'inbox_conflict', 'inbox_gap', 'inbox_skipped',
                     'inbox_verification', 'inbox_verified', 'inbox_probe', 'read_model_rebuild', 'read_model_target'],
               'the way of events into the read models');
