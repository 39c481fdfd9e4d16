import { mayInvite } from '../domain/desk-renewal.ts';
import { deskRemovalSentence } from '../domain/desk-words/desk-room-words.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskRoomMaker } from '../ports/desk.ts';
import type { RoomRemover } from '../ports/homeserver.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What keeping the people of the desk's rooms needs. */
export interface KeepPeopleDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly rooms: DeskRoomMaker;
  readonly deskRemover: RoomRemover;
}

/** A room of the desk's: who is in it or invited, and who belongs in it. */
export type RoomPeople = {
  readonly roomId: RoomId;
  readonly present: readonly UserId[];
  readonly expected: readonly UserId[];
};

/**
 * Invites who belongs in one of the desk's rooms and is not there, and removes who does not (R55). Who went by hand is
 * invited again at once, because without a desk they cannot work; who declines is left alone for a day.
 */
export async function keepPeople(
  { unitOfWork, clock, rooms, deskRemover }: KeepPeopleDependencies,
  { roomId, present, expected }: RoomPeople,
): Promise<void> {
  for (const person of present.filter((each) => !expected.includes(each))) {
    await deskRemover.remove(roomId, person, deskRemovalSentence);
  }
  for (const person of expected.filter((each) => !present.includes(each))) {
    const invitedAt = await unitOfWork.read((registers) =>
      registers.deskInvitations.invitedAt(roomId, person),
    );
    if (!mayInvite(invitedAt, clock.now())) continue;
    await rooms.ensureInvited(roomId, [person]);
    await unitOfWork.run((registers) => registers.deskInvitations.note(roomId, person, clock.now()));
  }
}
