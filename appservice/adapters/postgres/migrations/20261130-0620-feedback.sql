-- Feedback (R37 to R39), and the one-time tokens by which it is let in. No column leads from the one to the other.

UPDATE conversations SET phase = phase || jsonb_build_object('wasAttended', false) WHERE phase_name = 'ended';

CREATE TABLE feedback (
  feedback_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  week text NOT NULL,
  language text NOT NULL,
  answers jsonb NOT NULL,
  wrapped_data_key bytea,
  sealed_remark bytea
);
COMMENT ON TABLE feedback IS 'What callers say afterwards; written anew in random order each night (R38).';
COMMENT ON COLUMN feedback.feedback_id IS 'Random, and another one each night.';
COMMENT ON COLUMN feedback.week IS 'ISO week; nothing finer is stored.';
COMMENT ON COLUMN feedback.language IS 'Language in which it was asked.';
COMMENT ON COLUMN feedback.answers IS 'The answers that were chosen, by question; null where one was skipped.';
COMMENT ON COLUMN feedback.wrapped_data_key IS 'Data key of this remark alone, wrapped by the master key; null without one.';
COMMENT ON COLUMN feedback.sealed_remark IS 'The caller''s own words under that data key, for 24 weeks; null without any.';

CREATE TABLE feedback_shuffles (
  is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
  day text NOT NULL
);
COMMENT ON TABLE feedback_shuffles IS 'When feedback was written anew last.';
COMMENT ON COLUMN feedback_shuffles.is_only_row IS 'Keeps it at one row.';
COMMENT ON COLUMN feedback_shuffles.day IS 'Day in Brussels.';

CREATE TABLE feedback_keys (
  week text PRIMARY KEY,
  public_key bytea NOT NULL,
  wrapped_data_key bytea NOT NULL,
  sealed_private_key bytea NOT NULL
);
COMMENT ON TABLE feedback_keys IS 'Keys by which tokens are signed without being seen: one a week, this week''s and the one before.';
COMMENT ON COLUMN feedback_keys.week IS 'ISO week.';
COMMENT ON COLUMN feedback_keys.public_key IS 'SPKI; published to everybody.';
COMMENT ON COLUMN feedback_keys.wrapped_data_key IS 'Data key of this row, wrapped by the master key.';
COMMENT ON COLUMN feedback_keys.sealed_private_key IS 'PKCS #8 under that data key. It opens nothing; it could make up feedback.';

CREATE TABLE feedback_draws (
  conversation_id uuid PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  request_hash text NOT NULL
);
COMMENT ON TABLE feedback_draws IS 'Conversations that have drawn their token, so that none draws two; forgotten the night after.';
COMMENT ON COLUMN feedback_draws.conversation_id IS 'The conversation.';
COMMENT ON COLUMN feedback_draws.request_hash IS 'Hash of the blinded token, which is as good as random; the same request is answered again.';

CREATE TABLE spent_feedback_tokens (
  token_hash text PRIMARY KEY,
  week text NOT NULL
);
COMMENT ON TABLE spent_feedback_tokens IS 'Tokens that were used, so that none is used twice; forgotten with the key of their week.';
COMMENT ON COLUMN spent_feedback_tokens.token_hash IS 'Hash of the token, which nobody but its browser ever saw before.';
COMMENT ON COLUMN spent_feedback_tokens.week IS 'ISO week of its key.';
