-- Code words (S6).

CREATE TABLE code_words (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  hash text,
  wrong_tries integer NOT NULL
);
COMMENT ON TABLE code_words IS 'The word by which a caller who comes back on the same day shows who they are (S6); it goes with its conversation.';
COMMENT ON COLUMN code_words.conversation_id IS 'The conversation in which the word was agreed on, known again, or tried.';
COMMENT ON COLUMN code_words.hash IS 'The word by scrypt, salted; null when only wrong ones were tried.';
COMMENT ON COLUMN code_words.wrong_tries IS 'How often a wrong word was tried in this conversation: three lock it.';
