-- The audit log (S32): who did what about which conversation, and why.

CREATE TABLE audit (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  act text NOT NULL,
  who text NOT NULL,
  conversation_id uuid,
  subject text,
  sealed_reason bytea
);
CREATE INDEX audit_of_conversation ON audit (conversation_id) WHERE conversation_id IS NOT NULL;
COMMENT ON TABLE audit IS 'The audit log (S32): never content.';
COMMENT ON COLUMN audit.sequence IS 'Order of the lines.';
COMMENT ON COLUMN audit.at IS 'When it was done.';
COMMENT ON COLUMN audit.act IS 'What was done, one of a closed list.';
COMMENT ON COLUMN audit.who IS 'Matrix user id of the counsellor or coordinator who did it.';
COMMENT ON COLUMN audit.conversation_id IS 'The conversation it is about, random; null when about none. It outlives the conversation''s row.';
COMMENT ON COLUMN audit.subject IS 'Matrix user id of the colleague, or short name of the team, it is about; null when about neither.';
COMMENT ON COLUMN audit.sealed_reason IS 'The reason under the conversation''s data key, with which it goes; null without one.';
