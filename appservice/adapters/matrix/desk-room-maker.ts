import { createHash } from 'node:crypto';
import { EventTimeline } from 'matrix-js-sdk/lib/models/event-timeline.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { parseRoomId, type RoomId } from '../../domain/ids.ts';
import type { DeskRoomMaker } from '../../ports/desk.ts';
import { createdRoom } from './created-room.ts';
import type { DeskDevice } from './desk-device.ts';
import { HomeserverError } from './homeserver-error.ts';
import type { HomeserverRequests } from './homeserver-requests.ts';
import { inviteUnlessIn } from './room-inviter.ts';
import { deskMarkerType, deskRoom } from './room-settings.ts';

/**
 * The desk makes its rooms. Each carries a marker that is made from its owner, so that a room which was made just before a
 * crash is found again in the desk's own sync; only a repeat that outruns that sync could make a second one.
 */
export function deskRoomMaker(desk: DeskDevice, requests: HomeserverRequests): DeskRoomMaker {
  const underWay = new Map<string, Promise<RoomId>>();
  const make = (owner: string, name: string): Promise<RoomId> => {
    const marker = createHash('sha256').update(owner).digest('base64url');
    const running = underWay.get(marker);
    if (running !== undefined) return running;
    const making = makeOnce(desk, requests, { marker, name }).finally(() => underWay.delete(marker));
    underWay.set(marker, making);
    return making;
  };
  return {
    makeOwn: (counsellor, name) => make(`own ${counsellor}`, `Balie ${name}`),
    makeTeam: (teamId, name) => make(`team ${teamId}`, `Balie ${name}`),
    ensureInvited: async (roomId, people) => {
      for (const person of people) await inviteUnlessIn(requests, { roomId, person, as: desk.userId });
    },
  };
}

async function makeOnce(
  desk: DeskDevice,
  requests: HomeserverRequests,
  { marker, name }: { readonly marker: string; readonly name: string },
): Promise<RoomId> {
  if (!desk.isReady()) throw new HomeserverError('desk-not-ready');
  const known = markedRoom(desk, marker);
  if (known !== undefined) return known;
  const roomId = await createdRoom(requests, deskRoom(name, marker), desk.userId);
  await desk.room(roomId);
  return roomId;
}

function markedRoom(desk: DeskDevice, marker: string): RoomId | undefined {
  const room = desk.client
    .getRooms()
    .find(
      (each) =>
        each.getMyMembership() === 'join' && each.getCreator() === desk.userId && markerOf(each) === marker,
    );
  return room === undefined ? undefined : parseRoomId(room.roomId);
}

function markerOf(room: Room): unknown {
  const state = room.getLiveTimeline().getState(EventTimeline.FORWARDS);
  return state?.getStateEvents(deskMarkerType, '')?.getContent()['marker'];
}
