import type { RoomId } from '../domain/ids.ts';
import { isOfTeam, rosterMember, type Team } from '../domain/roster.ts';
import type { DeskRoomEntry } from '../ports/desk-rooms.ts';
import type { KeepDeskRoomDependencies } from './keep-desk-room.ts';
import { keepPeople } from './keep-people.ts';

/**
 * Sees to a team's space (design 7): it holds the team's desk room and the own ones of its members, so that each of them has
 * their desk in one place in Element; the others' own rooms are not shown to them. Conversations are in no space, because a
 * space's state outlives them.
 */
export async function keepDeskSpace(
  dependencies: KeepDeskRoomDependencies,
  { teamId, name }: Team,
): Promise<void> {
  const { unitOfWork, rooms, roster } = dependencies;
  const known = await unitOfWork.read(async ({ deskSpaces }) => (await deskSpaces.all()).get(teamId));
  const people = known && (await rooms.peopleIn(known));
  const space = people === undefined ? await rooms.makeSpace(teamId, name) : known;
  if (space === undefined) return;
  if (space !== known) await unitOfWork.run(({ deskSpaces }) => deskSpaces.save(teamId, space));
  const expected = roster.members.filter((member) => isOfTeam(member, teamId)).map(({ userId }) => userId);
  const present = space === known ? people : await rooms.peopleIn(space);
  await keepPeople(dependencies, {
    roomId: space,
    place: { team: teamId },
    present: present ?? [],
    expected,
  });
  const entries = await unitOfWork.read(({ deskRooms }) => deskRooms.all());
  await rooms.ensureChildren(space, childrenOf(dependencies, teamId, entries));
}

/** The space of a team that is no more is emptied, and forgotten. */
export async function leaveDeskSpaces(dependencies: KeepDeskRoomDependencies): Promise<void> {
  const { unitOfWork, rooms, roster } = dependencies;
  const spaces = await unitOfWork.read(({ deskSpaces }) => deskSpaces.all());
  for (const [teamId, roomId] of spaces) {
    if (roster.teams.some((team) => team.teamId === teamId)) continue;
    const present = (await rooms.peopleIn(roomId)) ?? [];
    await keepPeople(dependencies, { roomId, place: { team: teamId }, present, expected: [] });
    await unitOfWork.run(({ deskSpaces }) => deskSpaces.forget(teamId));
  }
}

function childrenOf(
  { roster }: KeepDeskRoomDependencies,
  teamId: Team['teamId'],
  entries: readonly DeskRoomEntry[],
): readonly RoomId[] {
  return entries
    .filter(({ place }) =>
      'own' in place ? rosterMember(roster, place.own)?.teamId === teamId : place.team === teamId,
    )
    .map(({ roomId }) => roomId);
}
