-- Conversations that are over: who may read one again, and for whom one is open again (R53, R55; design 6).

CREATE TABLE participants (
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  person text NOT NULL,
  PRIMARY KEY (conversation_id, person)
);
COMMENT ON TABLE participants IS 'Who has been in a conversation as counsellor or reader: only they may read it again. Erased with it.';
COMMENT ON COLUMN participants.conversation_id IS 'The conversation.';
COMMENT ON COLUMN participants.person IS 'Matrix user id of the counsellor or reader.';

CREATE TABLE reopenings (
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  person text NOT NULL,
  until bigint NOT NULL,
  shared_by text,
  PRIMARY KEY (conversation_id, person)
);
CREATE INDEX reopenings_over ON reopenings (until);
COMMENT ON TABLE reopenings IS 'For whom an ended conversation is open again. The row goes with the hour, or with the conversation.';
COMMENT ON COLUMN reopenings.conversation_id IS 'The conversation.';
COMMENT ON COLUMN reopenings.person IS 'Matrix user id of whoever may be in its room.';
COMMENT ON COLUMN reopenings.until IS 'When they are taken out of the room.';
COMMENT ON COLUMN reopenings.shared_by IS 'Matrix user id of the participant who shares it with them; null for a participant.';
