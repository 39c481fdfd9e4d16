-- A reload or a crash of the caller's browser loses nothing for five minutes (R27); after that nothing here can be read.

CREATE TABLE resumes (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  offered_token_hash text UNIQUE,
  sealed_store_key bytea NOT NULL
);
COMMENT ON TABLE resumes IS 'What a reloaded page needs to go on; one row per open conversation, deleted at its end.';
COMMENT ON COLUMN resumes.conversation_id IS 'The conversation.';
COMMENT ON COLUMN resumes.token_hash IS 'Hash of the resume token in the cookie of the caller''s browser.';
COMMENT ON COLUMN resumes.offered_token_hash IS 'Hash of a newer token that the browser has not shown yet; null when there is none.';
COMMENT ON COLUMN resumes.sealed_store_key IS 'Key of what the browser keeps on its device, under a key file that lives a few minutes.';
