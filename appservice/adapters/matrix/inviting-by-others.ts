import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import { invitePower } from '../../domain/room-levels.ts';
import type { InvitingByOthers } from '../../ports/homeserver.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { memberEventOf, type Place } from './membership.ts';
import { resendMemberEvents } from './resend-member-events.ts';

const powerLevels = z.looseObject({ users: z.record(z.string(), z.int()).optional() });

/** The caller's browser or a counsellor's program invites; the host prepares it, gives the right and takes it back. */
export function invitingByOthers(
  requests: HomeserverRequests,
  isCaller: (person: UserId) => boolean,
): InvitingByOthers {
  return {
    prepareReturn: async (roomId, person) => {
      const known = await memberEventOf(requests, { roomId, person });
      if (known?.membership === 'leave') await resendMemberEvents(requests, roomId, isCaller);
    },
    allowInviting: (roomId, person) => setPower(requests, { roomId, person }, invitePower),
    forbidInviting: (roomId, person) => setPower(requests, { roomId, person }, undefined),
  };
}

/** Gives somebody this power in a room, or the usual one; the host, who made it, is never named there (room version 12). */
async function setPower(
  requests: HomeserverRequests,
  { roomId, person }: Place,
  power: number | undefined,
): Promise<void> {
  const place = path`/_matrix/client/v3/rooms/${roomId}/state/m.room.power_levels/`;
  const content = await ask(requests, { method: 'GET', path: place }, powerLevels);
  const { [person]: known, ...others } = content.users ?? {};
  if (known === power) return;
  const users = power === undefined ? others : { ...others, [person]: power };
  await requests.send({ method: 'PUT', path: place, body: { ...content, users } });
}
