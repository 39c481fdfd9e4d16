-- A silent call for help is part of the company of a conversation (S43).

UPDATE conversations SET company = '{"helpCall": null}' || company;
UPDATE conversations SET company = jsonb_set(company, '{coming}', 'null') WHERE company -> 'coming' ->> 'askedAt' IS NULL;
ALTER TABLE conversations
  ALTER COLUMN company SET DEFAULT '{"readers": [], "coming": null, "successor": null, "helpCall": null}';
COMMENT ON COLUMN conversations.company IS 'Colleagues in it, the one on their way, and the call for help that is open (R25, S43).';
