import { deviceId } from '../support/parsed.ts';
import type { EventPlace } from '../../appservice/domain/conversation.ts';
import type { EventId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type {
  CallerRegistrar,
  ConversationWords,
  CounsellorIdentities,
  HomeserverHealth,
  InvitingByOthers,
  RoomLevelsKeeper,
  RoomCreator,
  RoomInviter,
  RoomPurger,
  RoomRemover,
  StaffAccounts,
  StaffPresence,
} from '../../appservice/ports/homeserver.ts';

/** How somebody stands to a room: `leave` also for whoever was never in it. */
export type Standing = { readonly membership: string; readonly reason?: string | undefined };

/** The ports of a homeserver, by the names that the suites call them by. */
export type HomeserverPorts = {
  readonly registrar: CallerRegistrar;
  readonly rooms: RoomCreator;
  readonly inviter: RoomInviter;
  readonly inviting: InvitingByOthers;
  readonly levels: RoomLevelsKeeper;
  readonly words: ConversationWords;
  readonly remover: RoomRemover;
  readonly health: HomeserverHealth;
  readonly presence: StaffPresence;
  readonly accounts: StaffAccounts;
  readonly purger: RoomPurger;
  readonly identities: CounsellorIdentities;
};

/** A homeserver with people on it, behind the ports; it lasts for a whole suite, and each test makes callers of its own. */
export type HomeserverWorld = HomeserverPorts & {
  readonly host: UserId;
  readonly desk: UserId;
  /** Two with an account, and one who never logs in. */
  readonly people: { readonly an: UserId; readonly bo: UserId; readonly idle: UserId };
  /** With an account and a device, whom a test may close. */
  readonly leaver: UserId;
  /** Nobody has this account. */
  readonly nobody: UserId;
  /** Somebody of a homeserver that ours does not talk to. */
  readonly elsewhere: UserId;
  /** A caller's name that nobody has yet. */
  readonly newCaller: () => UserId;
  readonly profile: (
    caller: UserId,
  ) => Promise<{ readonly name: string; readonly devices: readonly string[] }>;
  /** As the host sees it. */
  readonly standing: (roomId: RoomId, person: UserId) => Promise<Standing>;
  /** Whether the room lets one of its people invite. */
  readonly mayInvite: (roomId: RoomId, person: UserId) => Promise<boolean>;
  /** Somebody with power over the homeserver gives somebody every power in a conversation's room, in the host's name. */
  readonly givePower: (roomId: RoomId, person: UserId) => Promise<void>;
  /** One of ours makes a room that is none of the service, and invites somebody. */
  readonly makeRoom: (by: UserId, invited: UserId) => Promise<RoomId>;
  /** One of the people accepts an invitation. */
  readonly enter: (roomId: RoomId, person: UserId) => Promise<void>;
  /** One of the people declines an invitation or goes. */
  readonly leave: (roomId: RoomId, person: UserId) => Promise<void>;
  /** One of the people writes ciphertext. */
  readonly write: (roomId: RoomId, person: UserId) => Promise<EventId>;
  /** Whether nobody can read what was written there any more. */
  readonly isTakenBack: (place: EventPlace) => Promise<boolean>;
  /** One of the people uses a device, and the homeserver has seen it. */
  readonly useDevice: (person: UserId) => Promise<void>;
  /** Somebody who is registered makes a cross-signing identity and signs one device with it; tells the master key. */
  readonly makeIdentity: (person: UserId) => Promise<string>;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

/** Each suite asks for the world anew in each test. */
export type OpenHomeserver = () => HomeserverWorld;

/** The device that a caller of these tests has. */
export const device = deviceId('DEVICE');

/** Registers a caller whom no other test knows. */
export async function registered({ newCaller, registrar }: HomeserverWorld): Promise<UserId> {
  const caller = newCaller();
  await registrar.register(caller, device);
  return caller;
}
