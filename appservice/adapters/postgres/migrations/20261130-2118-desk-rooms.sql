-- Desk rooms that are made anew each month or after a loss, the teams' spaces, and who was invited and has not come (design 7).

ALTER TABLE desk_rooms ADD COLUMN month text;
COMMENT ON COLUMN desk_rooms.month IS 'Calendar month (YYYY-MM, Europe/Brussels) it was made for; null for a team''s, and where it was not written down.';

CREATE TABLE left_desk_rooms (
  room_id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('own', 'team')),
  owner text NOT NULL
);
COMMENT ON TABLE left_desk_rooms IS 'Desk rooms that were replaced or given up, until the homeserver has purged them.';
COMMENT ON COLUMN left_desk_rooms.room_id IS 'The Matrix room.';
COMMENT ON COLUMN left_desk_rooms.kind IS 'A counsellor''s own, or a team''s.';
COMMENT ON COLUMN left_desk_rooms.owner IS 'Matrix user id of the counsellor, or short name of the team.';

CREATE TABLE desk_spaces (
  team text PRIMARY KEY,
  room_id text NOT NULL UNIQUE
);
COMMENT ON TABLE desk_spaces IS 'The Matrix space of each team, which holds desk rooms only.';
COMMENT ON COLUMN desk_spaces.team IS 'Short name of the team.';
COMMENT ON COLUMN desk_spaces.room_id IS 'The Matrix room that is the space.';

CREATE TABLE desk_invitations (
  room_id text NOT NULL,
  person text NOT NULL,
  invited_at bigint NOT NULL,
  PRIMARY KEY (room_id, person)
);
COMMENT ON TABLE desk_invitations IS 'Invitations to desk rooms and spaces that were not accepted, so that nobody is asked again each minute.';
COMMENT ON COLUMN desk_invitations.room_id IS 'The Matrix room.';
COMMENT ON COLUMN desk_invitations.person IS 'Matrix user id of whoever was invited.';
COMMENT ON COLUMN desk_invitations.invited_at IS 'When, the last time.';
