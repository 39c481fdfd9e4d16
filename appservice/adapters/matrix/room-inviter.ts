import type { UserId } from '../../domain/ids.ts';
import type { RoomInviter } from '../../ports/homeserver.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { path, type HomeserverRequests } from './homeserver-requests.ts';
import { memberEventOf, membershipOf, type Place } from './membership.ts';
import { resendMemberEvents } from './resend-member-events.ts';

/** The host invites into conversation rooms, without a reason: Element would hide it (feasibility D 3). */
export function roomInviter(
  requests: HomeserverRequests,
  isCaller: (person: UserId) => boolean,
): RoomInviter {
  return {
    invite: (roomId, counsellor) =>
      inviteUnlessIn(requests, { roomId, person: counsellor }, () =>
        resendMemberEvents(requests, roomId, isCaller),
      ),
  };
}

/**
 * Invites somebody as `as` (the host when left out); who is invited or joined already is fine, also when that happens
 * meanwhile. `beforeReturn` is done first for somebody who was there before, or was invited, and is out.
 */
export async function inviteUnlessIn(
  requests: HomeserverRequests,
  place: Place,
  beforeReturn?: () => Promise<void>,
): Promise<void> {
  const { roomId, person, as } = place;
  const known = (await memberEventOf(requests, place))?.membership;
  if (known === 'invite' || known === 'join') return;
  if (known === 'leave') await beforeReturn?.();
  try {
    await requests.send({
      method: 'POST',
      path: path`/_matrix/client/v3/rooms/${roomId}/invite`,
      body: { user_id: person },
      ...(as === undefined ? {} : { as }),
    });
  } catch (error) {
    if (!isHomeserverError(error, 'M_FORBIDDEN')) throw error;
    const membership = await membershipOf(requests, place);
    if (membership !== 'invite' && membership !== 'join') throw error;
  }
}
