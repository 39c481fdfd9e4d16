-- Blocks of eight hours (R35), and which alarms are on (lessons 1.10).

CREATE TABLE blocks (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  case_number text NOT NULL,
  blocked_by text NOT NULL,
  team_id text,
  from_at bigint NOT NULL,
  until_at bigint NOT NULL,
  token_hashes text[] NOT NULL,
  line_standing text,
  line_key_id text,
  line_fingerprint text
);
COMMENT ON TABLE blocks IS 'Callers who may not chat for eight hours (R35); a row goes when its time is over or the block is lifted.';
COMMENT ON COLUMN blocks.conversation_id IS 'The conversation in which the caller was blocked.';
COMMENT ON COLUMN blocks.case_number IS 'Its case number, by which the block is lifted.';
COMMENT ON COLUMN blocks.blocked_by IS 'Matrix user id of the counsellor or coordinator who blocked.';
COMMENT ON COLUMN blocks.team_id IS 'Short name of the team that may lift it; null: coordinators only.';
COMMENT ON COLUMN blocks.from_at IS 'When it began, milliseconds since 1970.';
COMMENT ON COLUMN blocks.until_at IS 'The first instant at which it holds no more: eight hours later.';
COMMENT ON COLUMN blocks.token_hashes IS 'SHA-256 of the random tokens that the blocked browser may hold.';
COMMENT ON COLUMN blocks.line_standing IS 'Whether its line is blocked as well, or somebody is asked whether it should be; null: neither.';
COMMENT ON COLUMN blocks.line_key_id IS 'Which key of recognition the fingerprint was made with.';
COMMENT ON COLUMN blocks.line_fingerprint IS 'Keyed hash of the IPv4 address or the /64 of the IPv6 address; meaningless without the key.';

CREATE TABLE alarms (
  code text PRIMARY KEY,
  since bigint NOT NULL
);
COMMENT ON TABLE alarms IS 'Alarms that are on: coordinators are told once for each outage.';
COMMENT ON COLUMN alarms.code IS 'What is wrong, one of a closed list.';
COMMENT ON COLUMN alarms.since IS 'When it was noticed, milliseconds since 1970.';
