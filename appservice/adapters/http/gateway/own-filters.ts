import type { CallerSession } from '../../../ports/caller-sessions.ts';

const roomTypes = ['m.room.member', 'm.room.encryption', 'm.room.history_visibility'];
const timelineTypes = [...roomTypes, 'm.room.encrypted', 'm.room.redaction'];
const nothing = { types: [] };

/** How many events one sync brings at most; the rest is asked for by `messages`. */
const timelineLimit = 50;

/**
 * The filter of every sync (feasibility D 6): the own room and what the conversation needs of it. It is the gateway's,
 * so that a browser cannot widen it, and the room id is in no URL that a cache might keep.
 */
export function syncFilter(session: CallerSession): string {
  return JSON.stringify({
    presence: nothing,
    account_data: nothing,
    room: {
      rooms: [session.roomId],
      account_data: nothing,
      ephemeral: { types: ['m.receipt', 'm.typing'] },
      state: { types: roomTypes },
      timeline: { types: timelineTypes, limit: timelineLimit },
    },
  });
}

/** The filter of `messages`: the same kinds of event. */
export const messagesFilter = JSON.stringify({ types: timelineTypes });
