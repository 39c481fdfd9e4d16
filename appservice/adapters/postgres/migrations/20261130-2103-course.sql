-- How a conversation goes on: edits that replace one another, and when the counsellor said that they go on (R15, S40, S42).

ALTER TABLE actions ADD COLUMN edit_of text;
CREATE INDEX waiting_edits ON actions (edit_of) WHERE state = 'waiting' AND edit_of IS NOT NULL;
COMMENT ON COLUMN actions.edit_of IS 'Key of the action whose message it edits, so that a newer edit takes the place of one that still waits; null when it edits none.';

UPDATE conversations SET rhythm = rhythm || '{"wentOnAt": null}', told_connection = NULL;
ALTER TABLE conversations
  ALTER COLUMN rhythm SET DEFAULT '{"pausedMs": 0, "lastNote": null, "choice": null, "wentOnAt": null}';
