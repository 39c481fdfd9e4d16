-- Takes the audit log (S32) out of the service's hands. `npm start` does it by itself; in earnest an administrator of PostgreSQL
-- (a superuser) runs it once in the helpline's database, before the first start or at any time after:
--
--   cat appservice/adapters/postgres/migrations/*-audit-chain.sql config/postgres/keep-audit.sql |
--     psql --single-transaction --set ON_ERROR_STOP=1 --dbname helpline
--
-- From then on the role `helpline_keeper`, as which nobody can log in, owns the log and the database; the service's role adds lines and
-- reads them. Once more does no harm.

-- The role of `database.url`: change it here when yours has another name.
SET helpline.service_role = 'helpline';

DO $keep$
DECLARE
  service text := current_setting('helpline.service_role');
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'helpline_keeper') THEN
    CREATE ROLE helpline_keeper NOLOGIN;
  END IF;
  ALTER SCHEMA audit OWNER TO helpline_keeper;
  ALTER TABLE audit.lines OWNER TO helpline_keeper;
  ALTER TABLE audit.chain OWNER TO helpline_keeper;
  ALTER FUNCTION audit.part(text) OWNER TO helpline_keeper;
  ALTER FUNCTION audit.append() OWNER TO helpline_keeper;
  EXECUTE format('REVOKE ALL ON SCHEMA audit FROM PUBLIC, %I', service);
  EXECUTE format('REVOKE ALL ON audit.lines, audit.chain FROM PUBLIC, %I', service);
  EXECUTE format('REVOKE ALL ON FUNCTION audit.append() FROM PUBLIC, %I', service);
  EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT ON audit.lines TO %I', service);
  EXECUTE format('GRANT SELECT ON audit.chain TO %I', service);

  -- Whoever owns a database may drop it with all that is in it.
  EXECUTE format('ALTER DATABASE %I OWNER TO helpline_keeper', current_database());
  EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), service);
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA public TO %I', service);
END
$keep$;
