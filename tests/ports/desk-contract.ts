import { deskReaderContract } from './desk-reader-contract.ts';
import { deskRoomMakerContract } from './desk-room-maker-contract.ts';
import { deskSenderContract } from './desk-sender-contract.ts';
import { deskOutageContract } from './desk-outage-contract.ts';
import type { OpenDesk } from './desk-world.ts';

/** Every suite of the desk's ports, the outage last. */
export function deskContract(world: OpenDesk): void {
  deskSenderContract(world);
  deskReaderContract(world);
  deskRoomMakerContract(world);
  deskOutageContract(world);
}
