import { isRenewalDue, monthAt } from '../domain/desk-renewal.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import { isOfTeam, type RosterMember, type Team } from '../domain/roster.ts';
import type { DeskPlace, DeskRoomEntry } from '../ports/desk-rooms.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { keepPeople, type KeepPeopleDependencies } from './keep-people.ts';
import { recordOwnCardsAgain, recordTeamCardsAgain } from './record-cards-again.ts';
import type { Scene } from './scene.ts';

/** What keeping desk rooms needs. */
export type KeepDeskRoomDependencies = KeepPeopleDependencies;

/** Sees to somebody's own desk room: made anew each month (design 7), and when it is gone from the homeserver. */
export async function keepOwnRoom(
  dependencies: KeepDeskRoomDependencies,
  { userId, name }: RosterMember,
  known: DeskRoomEntry | undefined,
): Promise<void> {
  const { unitOfWork, rooms, roster, clock } = dependencies;
  const scene = { roster, now: clock.now() };
  const month = monthAt(scene.now);
  const people = known && (await rooms.peopleIn(known.roomId));
  const isLost = known !== undefined && people === undefined;
  const mayReplace = async (registers: Registers): Promise<boolean> =>
    people === undefined ||
    (await isDue(registers, scene, { counsellor: userId, month: known?.month ?? null }));
  let roomId = known?.roomId;
  if (roomId === undefined || (await unitOfWork.read(mayReplace))) {
    const made = await rooms.makeOwn(userId, name, month);
    const isReplaced = await unitOfWork.run(async (registers) => {
      if (!(await mayReplace(registers))) return false;
      await registers.deskRooms.save({ own: userId }, made, month);
      if (isLost) await recordOwnCardsAgain(registers, scene, { counsellor: userId, roomId: made });
      return true;
    });
    if (isReplaced || roomId === undefined) roomId = made;
  }
  await keepExpected(dependencies, { roomId, place: { own: userId }, known, people, expected: [userId] });
}

/** Sees to a team's desk room: its members and the coordinators of all teams are in it, and nobody else. */
export async function keepTeamRoom(
  dependencies: KeepDeskRoomDependencies,
  { teamId, name }: Team,
  known: DeskRoomEntry | undefined,
): Promise<void> {
  const { unitOfWork, rooms, roster, clock } = dependencies;
  const people = known && (await rooms.peopleIn(known.roomId));
  const roomId = people === undefined ? await rooms.makeTeam(teamId, name) : known?.roomId;
  if (roomId === undefined) return;
  if (roomId !== known?.roomId) {
    await unitOfWork.run(async (registers) => {
      await registers.deskRooms.save({ team: teamId }, roomId, null);
      const scene = { roster, now: clock.now() };
      if (known !== undefined) await recordTeamCardsAgain(registers, scene, { teamId, roomId });
    });
  }
  const expected = roster.members.filter((member) => isOfTeam(member, teamId)).map(({ userId }) => userId);
  await keepExpected(dependencies, { roomId, place: { team: teamId }, known, people, expected });
}

async function isDue(
  registers: Registers,
  { now }: Scene,
  { counsellor, month }: { readonly counsellor: UserId; readonly month: string | null },
): Promise<boolean> {
  return isRenewalDue({
    counsellor,
    month,
    now,
    duty: await registers.duties.find(counsellor),
    openConversations: await registers.conversations.open(),
  });
}

/** Of a room that was there it was asked already who is in it. */
async function keepExpected(
  dependencies: KeepDeskRoomDependencies,
  room: {
    readonly roomId: RoomId;
    readonly place: DeskPlace;
    readonly known: DeskRoomEntry | undefined;
    readonly people: readonly UserId[] | undefined;
    readonly expected: readonly UserId[];
  },
): Promise<void> {
  const { roomId, place, known, people, expected } = room;
  const asked = roomId === known?.roomId ? people : await dependencies.rooms.peopleIn(roomId);
  await keepPeople(dependencies, { roomId, place, present: asked ?? [], expected });
}
