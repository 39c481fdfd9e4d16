import { setTimeout as pause } from 'node:timers/promises';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { DeskDevice } from './desk-device.ts';

/** Who is asked about, and by which device. */
export type ReadableRoom = {
  readonly desk: Pick<DeskDevice, 'userId' | 'crypto'>;
  readonly room: Pick<Room, 'getMembers'>;
};

/** How often an identity without a signed device is looked at before it is taken for what it stays. */
const looks = 5;

/** How long is waited between two looks, milliseconds. */
const restMs = 1_000;

/**
 * Whether somebody of the room has a device that is signed by its owner, so that the desk's keys go to it (MSC4153). In a
 * room with several people it is not asked: there the desk says nothing in clear.
 *
 * Whoever replaces their identity signs their device with a request of its own, a moment later. What is said in that moment
 * would be encrypted for nobody, for ever: it waits for the signature for some seconds.
 */
export async function canBeRead({ desk, room }: ReadableRoom, rest = restMs): Promise<boolean> {
  const people = room.getMembers().map((member) => member.userId);
  const others = people.filter((person) => person !== desk.userId);
  const [person] = others;
  if (others.length !== 1 || person === undefined) return true;
  if (await hasSignedDevice(desk, person)) return true;
  for (let look = 1; look <= looks; look += 1) {
    // Asks the homeserver anew: the sync may not have told yet.
    const hasIdentity = await desk.crypto.userHasCrossSigningKeys(person, true);
    if (await hasSignedDevice(desk, person)) return true;
    if (!hasIdentity) return false;
    if (look < looks) await pause(rest);
  }
  return false;
}

async function hasSignedDevice(desk: ReadableRoom['desk'], person: string): Promise<boolean> {
  const devices = (await desk.crypto.getUserDeviceInfo([person], true)).get(person);
  for (const deviceId of devices?.keys() ?? []) {
    const status = await desk.crypto.getDeviceVerificationStatus(person, deviceId);
    if (status?.signedByOwner === true) return true;
  }
  return false;
}
