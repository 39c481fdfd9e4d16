import type { RoomId, UserId } from '../../domain/ids.ts';
import type { RoomInviter } from '../../ports/homeserver.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { path, type HomeserverRequests } from './homeserver-requests.ts';
import { memberEventOf, membershipOf } from './membership.ts';
import { resendMemberEvents } from './resend-member-events.ts';

/** The host invites into conversation rooms, without a reason: Element would hide it (feasibility D 3). */
export function roomInviter(
  requests: HomeserverRequests,
  isCaller: (person: UserId) => boolean,
): RoomInviter {
  return {
    invite: async (roomId, counsellor) => {
      const place = { roomId, person: counsellor };
      const hasGone = (await memberEventOf(requests, place))?.membership === 'leave';
      if (hasGone) await resendMemberEvents(requests, roomId, isCaller);
      await inviteUnlessIn(requests, place);
    },
  };
}

/** Invites somebody as `as` (the host when left out); who is invited or joined already is fine. */
export async function inviteUnlessIn(
  requests: HomeserverRequests,
  invitation: { readonly roomId: RoomId; readonly person: UserId; readonly as?: UserId },
): Promise<void> {
  const { roomId, person, as } = invitation;
  try {
    await requests.send({
      method: 'POST',
      path: path`/_matrix/client/v3/rooms/${roomId}/invite`,
      body: { user_id: person },
      ...(as === undefined ? {} : { as }),
    });
  } catch (error) {
    if (!isHomeserverError(error, 'M_FORBIDDEN')) throw error;
    const membership = await membershipOf(requests, invitation);
    if (membership !== 'invite' && membership !== 'join') throw error;
  }
}
