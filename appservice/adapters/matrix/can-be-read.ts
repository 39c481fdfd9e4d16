import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { DeskDevice } from './desk-device.ts';

/**
 * Whether somebody of the room has a device that is signed by its owner, so that the desk's keys go to it (MSC4153). In a
 * room with several people it is not asked: there the desk says nothing in clear.
 */
export async function canBeRead(desk: DeskDevice, room: Room): Promise<boolean> {
  const people = room.getMembers().map((member) => member.userId);
  const others = people.filter((person) => person !== desk.userId);
  const [person] = others;
  if (others.length !== 1 || person === undefined) return true;
  if (await hasSignedDevice(desk, person)) return true;
  await desk.crypto.userHasCrossSigningKeys(person, true); // asks the homeserver anew: the sync may not have told yet
  return await hasSignedDevice(desk, person);
}

async function hasSignedDevice(desk: DeskDevice, person: string): Promise<boolean> {
  const devices = (await desk.crypto.getUserDeviceInfo([person], true)).get(person);
  for (const deviceId of devices?.keys() ?? []) {
    const status = await desk.crypto.getDeviceVerificationStatus(person, deviceId);
    if (status?.signedByOwner === true) return true;
  }
  return false;
}
