import { createHash } from 'node:crypto';
import { EventTimeline } from 'matrix-js-sdk/lib/models/event-timeline.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { parseRoomId, type RoomId, type UserId } from '../../domain/ids.ts';
import type { DeskRoomMaker } from '../../ports/desk.ts';
import { awaitOwnRoom } from './await-own-room.ts';
import { createdRoom } from './created-room.ts';
import type { DeskDevice } from './desk-device.ts';
import { HomeserverError, isHomeserverError } from './homeserver-error.ts';
import type { HomeserverRequests } from './homeserver-requests.ts';
import { inviteUnlessIn } from './room-inviter.ts';
import { peopleIn } from './room-remover.ts';
import { deskMarkerType, deskRoom, deskSpace } from './room-settings.ts';
import { ensureChildren } from './space-children.ts';

/**
 * The desk makes its rooms. Each carries a marker that is made from its owner, so that a room which was made just before a
 * crash is found again in the desk's own sync; only a repeat that outruns that sync could make a second one.
 */
export function deskRoomMaker(desk: DeskDevice, requests: HomeserverRequests): DeskRoomMaker {
  const underWay = new Map<string, Promise<RoomId>>();
  const make = (owner: string, bodyOf: (marker: string) => Record<string, unknown>): Promise<RoomId> => {
    const marker = createHash('sha256').update(owner).digest('base64url');
    const running = underWay.get(marker);
    if (running !== undefined) return running;
    const making = makeOnce(desk, requests, { marker, body: bodyOf(marker) }).finally(() =>
      underWay.delete(marker),
    );
    underWay.set(marker, making);
    return making;
  };
  const room = (owner: string, name: string) =>
    make(owner, (marker) => deskRoom(`Balie ${name}`, marker)).then(async (roomId) => {
      await desk.room(roomId);
      return roomId;
    });
  return {
    makeOwn: (counsellor, name, month) => room(`own ${counsellor} ${month}`, name),
    makeTeam: (teamId, name) => room(`team ${teamId}`, name),
    makeSpace: async (teamId, name) => {
      const space = await make(`space ${teamId}`, (marker) => deskSpace(`1712 ${name}`, marker));
      // A room is there before its state is; a repeat finds it by the marker.
      await awaitOwnRoom(desk, space, (each) => isOwn(desk, each) && markerOf(each) !== undefined);
      return space;
    },
    peopleIn: (roomId) => peopleUnlessGone(desk, requests, roomId),
    ensureInvited: async (roomId, people) => {
      for (const person of people) await inviteUnlessIn(requests, { roomId, person, as: desk.userId });
    },
    ensureChildren: (space, rooms) => ensureChildren(requests, { space, as: desk.userId }, rooms),
  };
}

/** Of a room that is gone the homeserver says that one is not in it. */
async function peopleUnlessGone(
  desk: DeskDevice,
  requests: HomeserverRequests,
  roomId: RoomId,
): Promise<readonly UserId[] | undefined> {
  try {
    return await peopleIn(requests, roomId, desk.userId);
  } catch (error) {
    if (isHomeserverError(error, 'M_FORBIDDEN', 'M_NOT_FOUND')) return undefined;
    throw error;
  }
}

async function makeOnce(
  desk: DeskDevice,
  requests: HomeserverRequests,
  { marker, body }: { readonly marker: string; readonly body: Record<string, unknown> },
): Promise<RoomId> {
  if (!desk.isReady()) throw new HomeserverError('desk-not-ready');
  for (const known of markedRooms(desk, marker)) {
    // The desk's own sync may still show a room that an administrator had deleted.
    if ((await peopleUnlessGone(desk, requests, known)) !== undefined) return known;
  }
  return await createdRoom(requests, body, desk.userId);
}

function markedRooms(desk: DeskDevice, marker: string): readonly RoomId[] {
  return desk.client
    .getRooms()
    .filter((each) => isOwn(desk, each) && markerOf(each) === marker)
    .map((room) => parseRoomId(room.roomId))
    .filter((roomId) => roomId !== undefined);
}

function isOwn(desk: DeskDevice, room: Room): boolean {
  return room.getMyMembership() === 'join' && room.getCreator() === desk.userId;
}

function markerOf(room: Room): unknown {
  const state = room.getLiveTimeline().getState(EventTimeline.FORWARDS);
  return state?.getStateEvents(deskMarkerType, '')?.getContent()['marker'];
}
