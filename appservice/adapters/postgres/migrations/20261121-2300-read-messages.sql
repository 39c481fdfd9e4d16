CREATE TABLE read_messages (
  message_key text PRIMARY KEY,
  event_id text NOT NULL,
  read_at bigint NOT NULL
);
COMMENT ON TABLE read_messages IS 'Encrypted messages that the desk has read, so that the same one sent again is not obeyed again.';
COMMENT ON COLUMN read_messages.message_key IS 'Hash of the Megolm session and the place of the message in it.';
COMMENT ON COLUMN read_messages.event_id IS 'The event in which it was read first.';
COMMENT ON COLUMN read_messages.read_at IS 'When it was read, milliseconds.';
