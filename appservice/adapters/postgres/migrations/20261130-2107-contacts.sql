-- The contact register (R62), and the forms about contacts that are still to be registered. No column leads from the one to the other.

CREATE TABLE contacts (
  contact_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  channel text NOT NULL,
  day text NOT NULL,
  list_version text NOT NULL,
  answers jsonb NOT NULL
);
COMMENT ON TABLE contacts IS 'The contact register: anonymous, written anew in random order each night (R51, R62). Kept for ten years by default (design 14).';
COMMENT ON COLUMN contacts.contact_id IS 'Random, and another one each night.';
COMMENT ON COLUMN contacts.channel IS 'chat, mail or phone.';
COMMENT ON COLUMN contacts.day IS 'Day in Brussels; nothing finer is stored. What ten years are counted from.';
COMMENT ON COLUMN contacts.list_version IS 'Day from which the lists were valid that it was registered with (S45).';
COMMENT ON COLUMN contacts.answers IS 'Codes of these lists by question; null is unknown. No free text.';

CREATE TABLE contact_shuffles (
  is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
  day text NOT NULL
);
COMMENT ON TABLE contact_shuffles IS 'When the contact register was written anew last.';
COMMENT ON COLUMN contact_shuffles.is_only_row IS 'Keeps it at one row.';
COMMENT ON COLUMN contact_shuffles.day IS 'Day in Brussels.';

CREATE TABLE contact_forms (
  form_id text PRIMARY KEY,
  counsellor text NOT NULL,
  conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
  case_number text,
  channel text NOT NULL,
  day text NOT NULL,
  since bigint NOT NULL,
  facts jsonb,
  stage text NOT NULL,
  shown jsonb NOT NULL,
  written jsonb NOT NULL,
  wrapped_data_key bytea NOT NULL,
  sealed_answers bytea NOT NULL
);
CREATE INDEX contact_forms_of_counsellor ON contact_forms (counsellor);
CREATE INDEX contact_forms_of_conversation ON contact_forms (conversation_id);
COMMENT ON TABLE contact_forms IS 'Contacts that are still to be registered; a row goes when its contact is registered, or with its conversation.';
COMMENT ON COLUMN contact_forms.form_id IS 'The conversation''s id, or the event that asked for a form about a telephone call.';
COMMENT ON COLUMN contact_forms.counsellor IS 'Matrix user id of the counsellor who is to register it.';
COMMENT ON COLUMN contact_forms.conversation_id IS 'The conversation; null for a telephone call.';
COMMENT ON COLUMN contact_forms.case_number IS 'Its number, as the counsellor calls it; null for a telephone call.';
COMMENT ON COLUMN contact_forms.channel IS 'chat, mail or phone.';
COMMENT ON COLUMN contact_forms.day IS 'Day of the contact in Brussels.';
COMMENT ON COLUMN contact_forms.since IS 'Since when it is to be registered.';
COMMENT ON COLUMN contact_forms.facts IS 'What the conversation tells by itself: province, language, minutes; null for a telephone call.';
COMMENT ON COLUMN contact_forms.stage IS 'due, open or aside.';
COMMENT ON COLUMN contact_forms.shown IS 'Keys of the desk''s messages of this form; they hold no answer.';
COMMENT ON COLUMN contact_forms.written IS 'Events by which the counsellor answered, to be taken back when it is registered.';
COMMENT ON COLUMN contact_forms.wrapped_data_key IS 'Data key of this form alone, wrapped by the master key.';
COMMENT ON COLUMN contact_forms.sealed_answers IS 'What was answered so far, under that data key.';
