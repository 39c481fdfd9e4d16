-- Who wants or was shown the network address of a conversation while it lasts (R21), for taking the message back.

CREATE TABLE address_views (
  view_id text PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  counsellor text NOT NULL,
  asked_at bigint NOT NULL,
  state text NOT NULL
);
CREATE INDEX address_views_of_conversation ON address_views (conversation_id);
COMMENT ON TABLE address_views IS 'Who wants or was shown a conversation''s network address, while the conversation lasts (R21); the audit log keeps it for good.';
COMMENT ON COLUMN address_views.view_id IS 'The event of the command, or the take, that asked.';
COMMENT ON COLUMN address_views.conversation_id IS 'The conversation.';
COMMENT ON COLUMN address_views.counsellor IS 'Matrix user id of the counsellor who wants to see it.';
COMMENT ON COLUMN address_views.asked_at IS 'When they asked, milliseconds since 1970: a second person has five minutes.';
COMMENT ON COLUMN address_views.state IS 'Whether a second person is still asked, it was shown, or it was refused.';
