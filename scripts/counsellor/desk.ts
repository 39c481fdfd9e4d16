import type { MatrixClient, Room } from 'matrix-js-sdk';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a user id is the desk's: it invites to desk rooms, the host (`@1712:…`) to conversations. */
export function isDesk(userId: string): boolean {
  return userId.startsWith('@1712_desk:');
}

/** Whether a user id is a caller's: the service makes one for each conversation. */
export function isCaller(userId: string): boolean {
  return userId.startsWith('@1712_caller_');
}

/** Whether a room is a desk's: a counsellor's own, or a team's. */
export function isDeskRoom(room: Room): boolean {
  return room.getMembers().some((member) => isDesk(member.userId));
}

/** The counsellor's own desk room: the one shared with the desk alone. Undefined before it is entered. */
export function ownDeskRoom(client: MatrixClient): string | undefined {
  const room = client.getRooms().find((each) => {
    const people = each
      .getMembers()
      .filter((member) => member.membership === 'join' || member.membership === 'invite');
    return (
      each.getMyMembership() === 'join' &&
      !each.isSpaceRoom() &&
      people.length === 2 &&
      people.some((person) => isDesk(person.userId))
    );
  });
  return room?.roomId;
}

/** Waits for the own desk room, which the desk makes soon after its start. */
export async function waitForOwnDeskRoom(client: MatrixClient): Promise<string> {
  for (;;) {
    const roomId = ownDeskRoom(client);
    if (roomId !== undefined && client.getRoom(roomId)?.hasEncryptionStateEvent() === true) return roomId;
    await pause(200);
  }
}

/** Waits until an accepted room is there with its encryption, so that one can write in it; at most ten seconds. Nobody writes in a space. */
export async function waitUntilEntered(client: MatrixClient, roomId: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    const room = client.getRoom(roomId);
    const isThere = room?.getMyMembership() === 'join';
    if (isThere && (room.isSpaceRoom() || room.hasEncryptionStateEvent())) return;
    await pause(50);
  }
}
