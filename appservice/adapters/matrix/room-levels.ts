import { z } from 'zod';
import type { RoomId, UserId } from '../../domain/ids.ts';
import {
  conversationLevels,
  deskLevels,
  invitePower,
  isSameLevels,
  type RoomLevels,
} from '../../domain/room-levels.ts';
import type { RoomLevelsKeeper } from '../../ports/homeserver.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';

const powers = z.record(z.string(), z.int());

/** Parses what people may do in a room of ours; what is left out or no number is not as we set it. */
export const levelsSchema: z.ZodType<RoomLevels> = z.object({
  users: powers,
  users_default: z.int(),
  events_default: z.int(),
  state_default: z.int(),
  kick: z.int(),
  ban: z.int(),
  redact: z.int(),
  invite: z.int(),
  events: powers,
});

const anything = z.record(z.string(), z.unknown());

/** The host puts back what people may do in conversation rooms, the desk in its own; each made its rooms, so it always can. */
export function roomLevelsKeeper(requests: HomeserverRequests, desk: UserId): RoomLevelsKeeper {
  const putBack = async (
    roomId: RoomId,
    as: UserId | undefined,
    wanted: (known: RoomLevels | undefined) => RoomLevels,
  ): Promise<void> => {
    const place = path`/_matrix/client/v3/rooms/${roomId}/state/m.room.power_levels/`;
    const who = as === undefined ? {} : { as };
    const known = levelsSchema.safeParse(
      await ask(requests, { method: 'GET', path: place, ...who }, anything),
    ).data;
    const levels = wanted(known);
    if (known !== undefined && isSameLevels(known, levels)) return;
    await requests.send({ method: 'PUT', path: place, body: levels, ...who });
  };
  return {
    putBackConversation: (roomId, { caller, mayKeep }) =>
      putBack(roomId, undefined, (known) => {
        const inviters = mayKeep.filter((person) => known?.users[person] === invitePower);
        return conversationLevels([caller, ...inviters]);
      }),
    putBackDesk: (roomId) => putBack(roomId, desk, () => deskLevels),
  };
}
