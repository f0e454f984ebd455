-- Four eyes while two versions run. A version before opaque ids knows users by name, so it cannot see that who decides
-- has made, changed, uploaded or verified the thing as somebody with an id: what has such a part is decided by this version
-- only. The other way round this version compares the name in the token as well.

CREATE FUNCTION is_user_id(known text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT known ~ '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
$$;

-- Arguments: the column of who decides; the columns of who had a part, text or JSON with users.
CREATE FUNCTION refuse_decision_by_name() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  was     jsonb := to_jsonb(OLD);
  decider text := to_jsonb(NEW) ->> TG_ARGV[0];
  part    text;
BEGIN
  IF decider IS NULL OR decider IS NOT DISTINCT FROM (was ->> TG_ARGV[0]) OR is_user_id(decider)
     OR decider = 'automatic-approval' THEN
    RETURN NEW;
  END IF;
  FOREACH part IN ARRAY TG_ARGV[1:] LOOP
    IF EXISTS (SELECT FROM regexp_split_to_table(was ->> part, '[^0-9a-f-]+') AS known WHERE is_user_id(known)) THEN
      RAISE EXCEPTION '% has %, whom this version may know by name; a program of the next version decides', TG_TABLE_NAME, part
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
