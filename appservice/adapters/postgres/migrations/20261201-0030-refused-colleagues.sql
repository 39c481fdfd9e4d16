-- Whom the caller would rather not have there is remembered while the conversation is open (R25), and who comes because of a call for
-- help is told apart from a consult (S43).

UPDATE conversations SET company = '{"refused": []}' || company;
UPDATE conversations SET company = jsonb_set(company, '{coming,isHelp}', 'false')
  WHERE jsonb_typeof(company -> 'coming') = 'object';
ALTER TABLE conversations
  ALTER COLUMN company SET DEFAULT
    '{"readers": [], "coming": null, "successor": null, "helpCall": null, "refused": []}';
COMMENT ON COLUMN conversations.company IS
  'Colleagues in it, the one on their way, the call for help that is open, and whom the caller refused (R25, S43).';
