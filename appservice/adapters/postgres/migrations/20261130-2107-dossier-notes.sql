-- What became of the talk about a dossier (R64, R65).

CREATE TABLE dossier_notes (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  answer text,
  is_asked boolean NOT NULL,
  sealed_reference bytea,
  sealed_asked_reference bytea
);
COMMENT ON TABLE dossier_notes IS 'What became of the talk about a dossier; goes with its conversation (R65).';
COMMENT ON COLUMN dossier_notes.conversation_id IS 'The conversation.';
COMMENT ON COLUMN dossier_notes.answer IS 'agreed, refused or later; null while nothing is noted.';
COMMENT ON COLUMN dossier_notes.is_asked IS 'Whether a yes waits for the counsellor''s word that there were several contacts (R64).';
COMMENT ON COLUMN dossier_notes.sealed_reference IS 'Its name in the organisation''s own system, under the conversation''s data key; null without one.';
COMMENT ON COLUMN dossier_notes.sealed_asked_reference IS 'The name that was given with the yes that waits, sealed alike; null without one.';
