-- A phase with a counsellor says when they took the conversation, so that a second take by the same person is told apart.

UPDATE conversations SET phase = phase || jsonb_build_object('takenAt', phase -> 'since')
WHERE phase_name IN ('taken', 'joined', 'talking');
