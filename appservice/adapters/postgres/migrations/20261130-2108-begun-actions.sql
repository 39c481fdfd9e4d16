-- A card that may have gone out before its sending was recorded: it is sent again under the same key, so that its edits find it.

ALTER TABLE actions ADD COLUMN has_begun boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN actions.has_begun IS 'An attempt may have carried it out without recording it.';
