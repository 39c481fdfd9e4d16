-- The audit log as a chain (S32): each line holds a hash over the hash before it and its own fields. It lies in a schema of its own,
-- which a role can keep that is not the service's (config/postgres/keep-audit.sql): the service then adds lines and reads them, and
-- nothing else. Whoever comes first makes it: that script, or the service at its start.

DROP TABLE IF EXISTS public.audit;

DO $make$
BEGIN
  IF to_regnamespace('audit') IS NOT NULL THEN RETURN; END IF;

  CREATE SCHEMA audit;
  COMMENT ON SCHEMA audit IS 'The audit log (S32), kept by a role that is not the service''s.';

  CREATE TABLE audit.lines (
    sequence bigint PRIMARY KEY,
    at bigint NOT NULL,
    act text NOT NULL,
    who text NOT NULL,
    conversation_id uuid,
    subject text,
    sealed_reason bytea,
    wrapped_data_key bytea,
    hash bytea NOT NULL
  );
  CREATE INDEX lines_of_conversation ON audit.lines (conversation_id) WHERE conversation_id IS NOT NULL;
  COMMENT ON TABLE audit.lines IS 'The audit log (S32): lines are added, never changed; never content.';
  COMMENT ON COLUMN audit.lines.sequence IS 'Number of the line, without gaps; given here, whatever is inserted.';
  COMMENT ON COLUMN audit.lines.at IS 'When it was done.';
  COMMENT ON COLUMN audit.lines.act IS 'What was done, one of a closed list.';
  COMMENT ON COLUMN audit.lines.who IS 'Matrix user id of the counsellor or coordinator who did it.';
  COMMENT ON COLUMN audit.lines.conversation_id IS 'The conversation it is about, random; null when about none. It outlives the conversation''s row.';
  COMMENT ON COLUMN audit.lines.subject IS 'Matrix user id of the person, or short name of the team, it is about; null when about neither.';
  COMMENT ON COLUMN audit.lines.sealed_reason IS 'The reason, sealed; null without one.';
  COMMENT ON COLUMN audit.lines.wrapped_data_key IS 'Data key of a reason that belongs to no conversation, wrapped by the master key; null when the conversation''s seals it, with which it goes.';
  COMMENT ON COLUMN audit.lines.hash IS 'SHA-256 over the hash of the line before and the fields of this one; given here, whatever is inserted.';

  CREATE TABLE audit.chain (
    is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
    erased_until bigint NOT NULL DEFAULT 0,
    erased_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    last_sequence bigint NOT NULL DEFAULT 0,
    last_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
  );
  INSERT INTO audit.chain DEFAULT VALUES;
  COMMENT ON TABLE audit.chain IS 'Where the chain of the audit log begins and ends, so that lines missing at either end show.';
  COMMENT ON COLUMN audit.chain.is_only_row IS 'Keeps it at one row.';
  COMMENT ON COLUMN audit.chain.erased_until IS 'Number of the last line that was erased at its due date; 0 before.';
  COMMENT ON COLUMN audit.chain.erased_hash IS 'Hash of that line, from which the first one that is there follows; zeroes before.';
  COMMENT ON COLUMN audit.chain.last_sequence IS 'Number of the newest line; 0 before the first one.';
  COMMENT ON COLUMN audit.chain.last_hash IS 'Hash of the newest line; zeroes before the first one.';

  -- Length, colon, bytes, comma; a hyphen for null: two different lines never read the same.
  CREATE FUNCTION audit.part(value text) RETURNS text LANGUAGE sql STABLE AS $part$
    SELECT CASE WHEN value IS NULL THEN '-'
      ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value || ',' END
  $part$;

  -- With the rights of the log's keeper. The row of the chain is locked until the transaction ends: no two lines follow the same one.
  CREATE FUNCTION audit.append() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $append$
  DECLARE
    hash_before bytea;
  BEGIN
    UPDATE audit.chain SET last_sequence = last_sequence + 1
      RETURNING last_sequence, last_hash INTO NEW.sequence, hash_before;
    NEW.hash := sha256(hash_before || convert_to(
      audit.part(NEW.sequence::text) || audit.part(NEW.at::text) || audit.part(NEW.act) || audit.part(NEW.who)
        || audit.part(NEW.conversation_id::text) || audit.part(NEW.subject)
        || audit.part(encode(NEW.sealed_reason, 'hex')) || audit.part(encode(NEW.wrapped_data_key, 'hex')),
      'UTF8'));
    UPDATE audit.chain SET last_hash = NEW.hash;
    RETURN NEW;
  END
  $append$;
  REVOKE ALL ON FUNCTION audit.append() FROM PUBLIC; -- else a trigger on another table could be given its rights
  CREATE TRIGGER append BEFORE INSERT ON audit.lines FOR EACH ROW EXECUTE FUNCTION audit.append();
END
$make$;
