import { mayInvite } from '../domain/desk-renewal.ts';
import { deskRemovalSentence } from '../domain/desk-words/desk-room-words.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { DeskRoomMaker } from '../ports/desk.ts';
import type { RoomRemover } from '../ports/homeserver.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { recordIntrusion } from './record-intrusion.ts';

/** What keeping the people of the desk's rooms needs. */
export interface KeepPeopleDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
  readonly desk: UserId;
  readonly rooms: DeskRoomMaker;
  readonly deskRemover: RoomRemover;
}

/** A room of the desk's: who is in it or invited, and who belongs in it. */
export type RoomPeople = {
  readonly roomId: RoomId;
  /** Whose room it is; a space is its team's. */
  readonly place: DeskPlace;
  readonly present: readonly UserId[];
  readonly expected: readonly UserId[];
};

/**
 * Invites who belongs in one of the desk's rooms and is not there, and removes who does not (R55). Who went by hand is
 * invited again at once, because without a desk they cannot work; who declines is left alone for a day. Whoever never worked
 * here was let in by nobody of ours: that is audited and rings, as when it is seen at once (`keep-stranger-out.ts`).
 */
export async function keepPeople(
  dependencies: KeepPeopleDependencies,
  { roomId, place, present, expected }: RoomPeople,
): Promise<void> {
  const { unitOfWork, clock, rooms, deskRemover } = dependencies;
  for (const person of present.filter((each) => !expected.includes(each))) {
    await deskRemover.remove(roomId, person, deskRemovalSentence);
    await unitOfWork.run((registers) => tellOfStranger(registers, dependencies, { roomId, place, person }));
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

/** Who worked here is out because the configuration says so; anybody else was let in past us. */
async function tellOfStranger(
  registers: Registers,
  { roster, clock, desk }: KeepPeopleDependencies,
  { roomId, place, person }: Pick<RoomPeople, 'roomId' | 'place'> & { readonly person: UserId },
): Promise<void> {
  const isKnown =
    rosterMember(roster, person) !== undefined ||
    (await registers.duties.find(person)) !== undefined ||
    (await registers.deskRooms.find({ own: person })) !== undefined;
  if (isKnown) return;
  const what = { code: 'let-in', stranger: person } as const;
  const scene = { roster, now: clock.now() };
  await recordIntrusion(registers, scene, { roomId, room: { place }, by: desk, what });
}
