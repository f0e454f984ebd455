-- What operators command of events and read models is in the audit too: with who, from where and why (ADR 21).
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_change_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_change_check
  CHECK (change IN ('created', 'changed', 'deleted', 'commanded')) NOT VALID;

-- One entry, in the transaction of the command. cause: as in the setting audit.context. what: what was commanded; nothing
-- personal. The relay's role may call it, and nothing else of the audit.
CREATE FUNCTION audit_command(commanded text, thing uuid, cause jsonb, what jsonb) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  happened timestamptz := clock_timestamp();
  micros   bigint := extract(epoch FROM happened) * 1000000;
BEGIN
  INSERT INTO audit_entry (id, at, kind, subject, owner, change, actor, actor_name, acting_for, operation, address, reason,
                           trace_id, after, transaction)
  VALUES ((lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4), 3, '0')
           || substr(gen_random_uuid()::text, 20))::uuid,
          happened, commanded, thing, thing, 'commanded', cause ->> 'actor', cause ->> 'actorName',
          (cause ->> 'actingFor')::uuid, cause ->> 'operation', cause ->> 'address', cause ->> 'reason',
          cause ->> 'traceId', what, pg_current_xact_id());
END $$;
REVOKE ALL ON FUNCTION audit_command(text, uuid, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_command(text, uuid, jsonb, jsonb) TO "${relayRole}";
