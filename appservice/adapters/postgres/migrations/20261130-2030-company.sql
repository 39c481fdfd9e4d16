-- Who else is in a conversation, its rhythm, its connection as it was told, and the team that is responsible (R15, R25, R80, S42).

ALTER TABLE conversations
  ADD COLUMN controller text,
  ADD COLUMN company jsonb NOT NULL DEFAULT '{"readers": [], "coming": null, "successor": null}',
  ADD COLUMN rhythm jsonb NOT NULL DEFAULT '{"pausedMs": 0, "lastNote": null, "choice": null}',
  ADD COLUMN told_connection jsonb;
COMMENT ON COLUMN conversations.controller IS 'Short name of the team that is responsible for it (R80); null before the first take.';
COMMENT ON COLUMN conversations.company IS 'Colleagues in it, and the one on their way (R25).';
COMMENT ON COLUMN conversations.rhythm IS 'Which notes of the rhythm were given, and what was chosen (R15).';
COMMENT ON COLUMN conversations.told_connection IS 'Connection of the caller''s browser as the counsellor was last told (S42); null before.';
