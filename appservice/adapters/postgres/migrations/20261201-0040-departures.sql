-- A command without a number right after the end of a conversation may be meant for that one: the desk asks.

CREATE TABLE departures (
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  person text NOT NULL,
  was_reading boolean NOT NULL,
  left_at bigint NOT NULL,
  PRIMARY KEY (conversation_id, person)
);
CREATE INDEX departures_left ON departures (left_at);
COMMENT ON TABLE departures IS 'Who had or read a conversation until a moment ago. A row that is older than five minutes goes with the next end.';
COMMENT ON COLUMN departures.conversation_id IS 'The conversation.';
COMMENT ON COLUMN departures.person IS 'Matrix user id of its counsellor or reader.';
COMMENT ON COLUMN departures.was_reading IS 'Whether they read along, and did not have it themselves.';
COMMENT ON COLUMN departures.left_at IS 'When it ended, or they read no more, milliseconds since 1970.';
