-- Run once per database, as a superuser or as a role with CREATEROLE that may create in it: one schema and one role per context, one role for the relay.
-- Every statement may be run again. Passwords come from the psql variables of the same name
-- (psql -v partners_app_password=...); the programs never create roles themselves.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'partners_app')   THEN CREATE ROLE partners_app   LOGIN NOINHERIT; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'risk_app')       THEN CREATE ROLE risk_app       LOGIN NOINHERIT; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trade_desk_app') THEN CREATE ROLE trade_desk_app LOGIN NOINHERIT; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'settings_app')   THEN CREATE ROLE settings_app   LOGIN NOINHERIT; END IF; END $$;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'outbox_relay')   THEN CREATE ROLE outbox_relay   LOGIN NOINHERIT; END IF; END $$;

ALTER ROLE partners_app   PASSWORD :'partners_app_password';
ALTER ROLE risk_app       PASSWORD :'risk_app_password';
ALTER ROLE trade_desk_app PASSWORD :'trade_desk_app_password';
ALTER ROLE settings_app   PASSWORD :'settings_app_password';
ALTER ROLE outbox_relay   PASSWORD :'outbox_relay_password';

-- Who is no superuser may give a schema only to a role that it is a member of.
GRANT partners_app, risk_app, trade_desk_app, settings_app TO CURRENT_USER;

CREATE SCHEMA IF NOT EXISTS partners   AUTHORIZATION partners_app;
CREATE SCHEMA IF NOT EXISTS risk       AUTHORIZATION risk_app;
CREATE SCHEMA IF NOT EXISTS trade_desk AUTHORIZATION trade_desk_app;
CREATE SCHEMA IF NOT EXISTS settings   AUTHORIZATION settings_app;

ALTER ROLE partners_app   SET search_path = partners;
ALTER ROLE risk_app       SET search_path = risk;
ALTER ROLE trade_desk_app SET search_path = trade_desk;
ALTER ROLE settings_app   SET search_path = settings;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
