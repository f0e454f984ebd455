-- The masks of an object or a list are made by one statement instead of one call for each text in it. The result is
-- the same.
CREATE OR REPLACE FUNCTION audit_masked(value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN
      (SELECT coalesce(jsonb_object_agg(field.key,
                CASE jsonb_typeof(field.value)
                  WHEN 'string' THEN to_jsonb(audit_masked(field.value #>> '{}'))
                  WHEN 'number' THEN to_jsonb(audit_masked(field.value #>> '{}'))
                  WHEN 'object' THEN audit_masked(field.value)
                  WHEN 'array' THEN audit_masked(field.value)
                  ELSE field.value
                END), '{}')
       FROM jsonb_each(value) AS field)
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(audit_masked(item.value)), '[]') FROM jsonb_array_elements(value) AS item)
    WHEN 'string' THEN to_jsonb(audit_masked(value #>> '{}'))
    WHEN 'number' THEN to_jsonb(audit_masked(value #>> '{}'))
    ELSE value
  END;
END $$;
