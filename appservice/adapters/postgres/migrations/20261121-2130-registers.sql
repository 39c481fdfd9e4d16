-- Registers of the helpline. Instants are bigint milliseconds since 1970 (UTC), always from the Clock port.
-- What leads to a caller is sealed from the first row on (design 10); every column says what it is for, because the
-- retention rules are tested against this list.

CREATE TABLE conversations (
  conversation_id uuid PRIMARY KEY,
  case_number text NOT NULL UNIQUE,
  caller text NOT NULL UNIQUE,
  caller_device text NOT NULL,
  room_id text UNIQUE,
  province text,
  language text NOT NULL,
  notice_version text NOT NULL,
  created_at bigint NOT NULL,
  last_contact_at bigint NOT NULL,
  unsecured_since bigint,
  phase jsonb NOT NULL,
  phase_name text NOT NULL GENERATED ALWAYS AS (phase ->> 'name') STORED,
  version bigint NOT NULL DEFAULT 1,
  request_hash text NOT NULL UNIQUE,
  bearer_hash text NOT NULL UNIQUE,
  is_bearer_used boolean NOT NULL DEFAULT false,
  cross_signing_hash text,
  wrapped_data_key bytea NOT NULL,
  sealed_nickname bytea,
  sealed_address bytea NOT NULL
);
CREATE INDEX open_conversations ON conversations (created_at) WHERE phase_name <> 'ended';
COMMENT ON TABLE conversations IS 'One row per conversation: who has it and how it stands, never what is said.';
COMMENT ON COLUMN conversations.conversation_id IS 'Our own random identifier; never leaves the service.';
COMMENT ON COLUMN conversations.case_number IS 'Random number by which counsellors name it (S23).';
COMMENT ON COLUMN conversations.caller IS 'Random Matrix user id of the caller of this one conversation.';
COMMENT ON COLUMN conversations.caller_device IS 'Matrix device of the caller''s browser.';
COMMENT ON COLUMN conversations.room_id IS 'Matrix room; null until the homeserver has made it.';
COMMENT ON COLUMN conversations.province IS 'Province the browser worked out (R20); null when not said.';
COMMENT ON COLUMN conversations.language IS 'Language of the caller''s screen.';
COMMENT ON COLUMN conversations.notice_version IS 'Version of the privacy notice the caller was shown (R8).';
COMMENT ON COLUMN conversations.created_at IS 'When the caller pressed the button.';
COMMENT ON COLUMN conversations.last_contact_at IS 'Last sign of life of the caller''s browser (R16).';
COMMENT ON COLUMN conversations.unsecured_since IS 'Since when no key reaches a signed device of the counsellor; null when one does.';
COMMENT ON COLUMN conversations.phase IS 'Where it is in its life, with the counsellors who are or were asked.';
COMMENT ON COLUMN conversations.phase_name IS 'Name of the phase, for finding the open ones.';
COMMENT ON COLUMN conversations.version IS 'Counts up with each change; the caller''s browser waits for the next one.';
COMMENT ON COLUMN conversations.request_hash IS 'Hash of the secret by which the browser may repeat its start request.';
COMMENT ON COLUMN conversations.bearer_hash IS 'Hash of the bearer of the caller''s browser.';
COMMENT ON COLUMN conversations.is_bearer_used IS 'Whether the bearer was ever shown; it is replaced only before.';
COMMENT ON COLUMN conversations.cross_signing_hash IS 'Hash of the cross-signing keys that the browser uploaded; others are refused. Null before.';
COMMENT ON COLUMN conversations.wrapped_data_key IS 'Data key of this conversation, wrapped by the master key.';
COMMENT ON COLUMN conversations.sealed_nickname IS 'Nickname under the data key; null when none was given.';
COMMENT ON COLUMN conversations.sealed_address IS 'Network address under the data key (R21).';

CREATE TABLE duties (
  counsellor text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('on', 'off', 'paused')),
  since bigint NOT NULL,
  idle_since bigint NOT NULL,
  pinned_master_key text,
  unconfirmed_master_key text
);
COMMENT ON TABLE duties IS 'The duty list: one row per counsellor who was ever on duty.';
COMMENT ON COLUMN duties.counsellor IS 'Matrix user id of the counsellor.';
COMMENT ON COLUMN duties.state IS 'On, off or paused.';
COMMENT ON COLUMN duties.since IS 'When that state began.';
COMMENT ON COLUMN duties.idle_since IS 'Since when without conversation: the longest idle rings first.';
COMMENT ON COLUMN duties.pinned_master_key IS 'Public cross-signing master key, pinned when first seen; null before (design 4).';
COMMENT ON COLUMN duties.unconfirmed_master_key IS 'A different public master key that a coordinator has not confirmed; null when there is none.';

CREATE TABLE closures (
  closure_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_at bigint NOT NULL,
  until_at bigint,
  closed_by text NOT NULL,
  lifted_at bigint,
  wrapped_data_key bytea NOT NULL,
  sealed_reason bytea NOT NULL
);
COMMENT ON TABLE closures IS 'Ad-hoc closures by a coordinator (R12).';
COMMENT ON COLUMN closures.closure_id IS 'Order in which they were made.';
COMMENT ON COLUMN closures.from_at IS 'When it began.';
COMMENT ON COLUMN closures.until_at IS 'When it ends by itself; null: by word, or at the next scheduled opening.';
COMMENT ON COLUMN closures.closed_by IS 'Matrix user id of the coordinator.';
COMMENT ON COLUMN closures.lifted_at IS 'When a coordinator lifted it; null when nobody did.';
COMMENT ON COLUMN closures.wrapped_data_key IS 'Data key of this closure, wrapped by the master key.';
COMMENT ON COLUMN closures.sealed_reason IS 'The coordinator''s reason under that data key; never shown to callers.';

CREATE TABLE desk_rooms (
  kind text NOT NULL CHECK (kind IN ('own', 'team')),
  owner text NOT NULL,
  room_id text NOT NULL UNIQUE,
  PRIMARY KEY (kind, owner)
);
COMMENT ON TABLE desk_rooms IS 'Which Matrix rooms are desk rooms (design 7).';
COMMENT ON COLUMN desk_rooms.kind IS 'A counsellor''s own, or a team''s.';
COMMENT ON COLUMN desk_rooms.owner IS 'Matrix user id of the counsellor, or short name of the team.';
COMMENT ON COLUMN desk_rooms.room_id IS 'The Matrix room.';

CREATE TABLE actions (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  lane text NOT NULL,
  conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
  action text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'given-up')),
  attempts integer NOT NULL DEFAULT 0,
  retry_at bigint NOT NULL DEFAULT 0,
  failure_code text,
  sent_room_id text,
  sent_event_id text
);
CREATE INDEX waiting_actions ON actions (lane, sequence) WHERE state = 'waiting';
CREATE INDEX sent_actions ON actions (sent_event_id) WHERE sent_event_id IS NOT NULL;
CREATE INDEX actions_of_conversation ON actions (conversation_id) WHERE conversation_id IS NOT NULL;
COMMENT ON TABLE actions IS 'What the service does on the homeserver: recorded with the decision, carried out afterwards.';
COMMENT ON COLUMN actions.sequence IS 'Order of recording; within a lane also of carrying out.';
COMMENT ON COLUMN actions.key IS 'Identity for ever, so that nothing is done twice.';
COMMENT ON COLUMN actions.lane IS 'Actions of one lane are carried out one after the other.';
COMMENT ON COLUMN actions.conversation_id IS 'Conversation it belongs to, with which it is erased; null when it belongs to none.';
COMMENT ON COLUMN actions.action IS 'What is to be done, as JSON; null once it is done. Never anything a caller said.';
COMMENT ON COLUMN actions.state IS 'Waiting, done, or given up for good.';
COMMENT ON COLUMN actions.attempts IS 'How often it has failed.';
COMMENT ON COLUMN actions.retry_at IS 'Not to be tried before this instant.';
COMMENT ON COLUMN actions.failure_code IS 'Code of the last failure; null when it never failed.';
COMMENT ON COLUMN actions.sent_room_id IS 'Room of the event it sent; null when it sent none.';
COMMENT ON COLUMN actions.sent_event_id IS 'The event it sent; null when it sent none.';

CREATE TABLE handled_events (
  event_id text PRIMARY KEY,
  handled_at bigint NOT NULL
);
COMMENT ON TABLE handled_events IS 'Matrix events that were acted upon, so that a redelivered one changes nothing.';
COMMENT ON COLUMN handled_events.event_id IS 'The Matrix event.';
COMMENT ON COLUMN handled_events.handled_at IS 'When; old ones are never delivered again.';

CREATE TABLE transactions (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction_id text NOT NULL UNIQUE,
  events text,
  stored_at bigint NOT NULL
);
CREATE INDEX waiting_transactions ON transactions (sequence) WHERE events IS NOT NULL;
COMMENT ON TABLE transactions IS 'Transactions of the homeserver, stored before they are acknowledged.';
COMMENT ON COLUMN transactions.sequence IS 'Order of arrival.';
COMMENT ON COLUMN transactions.transaction_id IS 'The homeserver''s own number, so that a repeated one is known.';
COMMENT ON COLUMN transactions.events IS 'The events as they came, as JSON; conversation events are ciphertext. Null once acted upon.';
COMMENT ON COLUMN transactions.stored_at IS 'When it came.';

CREATE TABLE writer (
  is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
  epoch bigint NOT NULL
);
INSERT INTO writer (epoch) VALUES (0);
COMMENT ON TABLE writer IS 'Fence of the single writer (design 11): whoever holds an older number may not write.';
COMMENT ON COLUMN writer.is_only_row IS 'Keeps it at one row.';
COMMENT ON COLUMN writer.epoch IS 'Counts up each time a process becomes the writer.';

CREATE TABLE crypto_stores (
  name text PRIMARY KEY,
  schema text NOT NULL
);
COMMENT ON TABLE crypto_stores IS 'The databases of the desk''s crypto store.';
COMMENT ON COLUMN crypto_stores.name IS 'Name of the database.';
COMMENT ON COLUMN crypto_stores.schema IS 'Its object stores and indexes, as JSON.';

CREATE TABLE crypto_records (
  name text NOT NULL REFERENCES crypto_stores ON DELETE CASCADE,
  store text NOT NULL,
  fingerprint bytea NOT NULL,
  sealed_record bytea NOT NULL,
  PRIMARY KEY (name, store, fingerprint)
);
COMMENT ON TABLE crypto_records IS 'Keys of the device @1712_desk, each record sealed under the desk store key (design 4).';
COMMENT ON COLUMN crypto_records.name IS 'Name of the database.';
COMMENT ON COLUMN crypto_records.store IS 'Name of the object store.';
COMMENT ON COLUMN crypto_records.fingerprint IS 'Keyed hash of the record''s key, by which it is found again.';
COMMENT ON COLUMN crypto_records.sealed_record IS 'The record''s key and value, sealed.';
