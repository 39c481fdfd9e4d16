import { callerRegistrarContract } from './caller-registrar-contract.ts';
import { conversationRoomsContract } from './conversation-rooms-contract.ts';
import { counsellorsSeenContract } from './counsellors-seen-contract.ts';
import { roomPurgerContract } from './room-purger-contract.ts';
import { staffAccountsContract } from './staff-accounts-contract.ts';
import { invitingContract } from './inviting-contract.ts';
import { levelsContract } from './levels-contract.ts';
import { conversationWordsContract } from './conversation-words-contract.ts';
import { homeserverOutageContract } from './homeserver-outage-contract.ts';
import type { OpenHomeserver } from './homeserver-world.ts';

/** Every suite of the ports on the homeserver, the outage last. */
export function homeserverContract(world: OpenHomeserver): void {
  callerRegistrarContract(world);
  conversationRoomsContract(world);
  invitingContract(world);
  levelsContract(world);
  conversationWordsContract(world);
  counsellorsSeenContract(world);
  staffAccountsContract(world);
  roomPurgerContract(world);
  homeserverOutageContract(world);
}
