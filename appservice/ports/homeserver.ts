import type { EventPlace } from '../domain/conversation.ts';
import type { SeenIdentity } from '../domain/duty.ts';
import type { CaseNumber, DeviceId, RoomId, UserId } from '../domain/ids.ts';

/** Registers callers by application service (no access token exists for them, MSC4190). Idempotent. */
export interface CallerRegistrar {
  /** User, one device, the fixed neutral display name (S23). */
  register(caller: UserId, device: DeviceId): Promise<void>;
  /** Logs the device out; its account stays until the due date (design 5.10). Unknown devices are fine. */
  removeDevice(caller: UserId, device: DeviceId): Promise<void>;
}

/** Makes the encrypted room of a conversation (design 5.3), with the caller in it. */
export interface RoomCreator {
  /** Asked again for the same caller it returns the room that is already there. */
  createRoom(caller: UserId, caseNumber: CaseNumber): Promise<RoomId>;
}

/** The host invites; somebody who is invited or joined already is fine, and who comes back sees the caller there. */
export interface RoomInviter {
  invite(roomId: RoomId, counsellor: UserId): Promise<void>;
}

/** Who else than the host invites into a conversation's room (design 6). */
export interface InvitingByOthers {
  /** Somebody else than the host will invite this person: who was there before is to see the caller there again. */
  prepareReturn(roomId: RoomId, counsellor: UserId): Promise<void>;
  /** Lets somebody of the room invite by their own program, and nothing else; asked again it changes nothing. */
  allowInviting(roomId: RoomId, counsellor: UserId): Promise<void>;
  /** Takes that back; asked again it changes nothing. */
  forbidInviting(roomId: RoomId, counsellor: UserId): Promise<void>;
}

/** Puts back what people may do in rooms of ours, whoever changed it; as it should be already is fine. */
export interface RoomLevelsKeeper {
  /** The caller may invite; of these people those still may who may now; nobody else may anything. */
  putBackConversation(
    roomId: RoomId,
    people: { readonly caller: UserId; readonly mayKeep: readonly UserId[] },
  ): Promise<void>;
  putBackDesk(roomId: RoomId): Promise<void>;
}

/** What people wrote in conversation rooms: unreadable to the service, which only ever looks whose it is. */
export interface ConversationWords {
  /** Who wrote an event; undefined when the room has none of that id. */
  writerOf(place: EventPlace): Promise<UserId | undefined>;
  /** The host takes it back for everybody; done twice with one key it is done once. */
  takeBack(words: { readonly of: EventPlace; readonly key: string }): Promise<void>;
}

/** The host removes or withdraws the invitation, with one friendly sentence; somebody who is out already is fine. */
export interface RoomRemover {
  remove(roomId: RoomId, person: UserId, reason: string): Promise<void>;
  /** Everybody but the host. */
  removeAll(roomId: RoomId, reason: string): Promise<void>;
}

/** Has rooms of ours purged from the homeserver for good: their events, their state, their members. */
export interface RoomPurger {
  /** Asks for it, again and again; true once the room is gone. */
  purge(roomId: RoomId): Promise<boolean>;
}

/** Whether the homeserver that answers is ours and answers in time (R12). */
export interface HomeserverHealth {
  isAnswering(): Promise<boolean>;
}

/** Staff accounts on the homeserver (S30). */
export interface StaffAccounts {
  /**
   * Closes an account for good: its devices are logged out and it leaves every room. False for somebody of another homeserver,
   * whose account is not ours to close. An account that is closed already, or that nobody has, is fine.
   */
  close(member: UserId): Promise<boolean>;
}

/** When a counsellor's devices were last seen (design 7, "duty tells the truth"). */
export interface StaffPresence {
  /** Milliseconds since any device of theirs was seen; undefined when that is not known. */
  unseenForMs(counsellor: UserId): Promise<number | undefined>;
}

/** Looks up cross-signing identities, fresh from the homeserver. */
export interface CounsellorIdentities {
  /** Within a few seconds; `identity-unknown` when the counsellor's own server does not answer in that time. */
  look(counsellor: UserId): Promise<SeenIdentity>;
}
