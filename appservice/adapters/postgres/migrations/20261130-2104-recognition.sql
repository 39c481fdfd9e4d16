-- By what a returning caller is recognised, and what their counsellor is told of it (R23, R28).

CREATE TABLE recognitions (
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  kind text NOT NULL,
  key_id text NOT NULL,
  fingerprint text NOT NULL,
  recorded_at bigint NOT NULL,
  counsellor text,
  PRIMARY KEY (conversation_id, kind)
);
CREATE INDEX recognitions_by_fingerprint ON recognitions (fingerprint);
CREATE INDEX recognitions_by_age ON recognitions (recorded_at);
COMMENT ON TABLE recognitions IS 'By what a returning caller is recognised for six months (R23, R28): keyed hashes, never the line or the nickname.';
COMMENT ON COLUMN recognitions.conversation_id IS 'The conversation in which it was recorded, and with which it goes.';
COMMENT ON COLUMN recognitions.kind IS 'Whether it is of the line (address) or of the nickname.';
COMMENT ON COLUMN recognitions.key_id IS 'Which month''s key of recognition the fingerprint was made with.';
COMMENT ON COLUMN recognitions.fingerprint IS 'Keyed hash of the IPv4 address, the /64 of the IPv6 address, or the nickname; meaningless without the key.';
COMMENT ON COLUMN recognitions.recorded_at IS 'When the conversation began, milliseconds since 1970: six calendar months later the row is due.';
COMMENT ON COLUMN recognitions.counsellor IS 'Matrix user id of who had the conversation when it ended; null before, and when nobody had it.';

CREATE TABLE caller_hints (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  line_count integer,
  line_last_at bigint,
  nickname_at bigint,
  preferred text
);
COMMENT ON TABLE caller_hints IS 'What the counsellor of an open conversation is told about who may have called before; the row goes at the end.';
COMMENT ON COLUMN caller_hints.conversation_id IS 'The open conversation.';
COMMENT ON COLUMN caller_hints.line_count IS 'How many conversations there were from the same line in six months; null: none.';
COMMENT ON COLUMN caller_hints.line_last_at IS 'When the last of them began, milliseconds since 1970; null: none.';
COMMENT ON COLUMN caller_hints.nickname_at IS 'When the last conversation of the same day with the same nickname began; null: none.';
COMMENT ON COLUMN caller_hints.preferred IS 'Matrix user id of who had that one, for whom this one rings first (R28); null: nobody.';
