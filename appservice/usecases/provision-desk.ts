import { isOffboarded } from '../domain/duty.ts';
import type { Roster } from '../domain/roster.ts';
import type { DeskPlace, DeskRoomEntry } from '../ports/desk-rooms.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { RoomPurger } from '../ports/homeserver.ts';
import { clearLeftRoom } from './clear-left-room.ts';
import { keepDeskSpace, leaveDeskSpaces } from './keep-desk-space.ts';
import { keepOwnRoom, keepTeamRoom } from './keep-desk-room.ts';
import type { KeepPeopleDependencies } from './keep-people.ts';

/** What setting up the desk needs. */
export interface ProvisionDeskDependencies extends KeepPeopleDependencies {
  readonly purger: RoomPurger;
  readonly eventLog: EventLog;
  /** The service stops: what is not made yet is made after the next start. */
  readonly stopping: { readonly signal: { readonly aborted: boolean } };
}

/**
 * Sees to it that everybody in the roster has an own desk room, and every team a desk room and a space with its members
 * and the coordinators of all teams (design 7); and that nobody else is in them (R55): who left, or changed teams, is out.
 * Asked again it only mends what is missing; one room that fails does not keep the others from theirs, and is made with the
 * next run. Returns how many failed.
 */
export async function provisionDesk(dependencies: ProvisionDeskDependencies): Promise<number> {
  const roster = await rosterAtWork(dependencies);
  const scene = { ...dependencies, roster };
  const entries = await dependencies.unitOfWork.read(({ deskRooms }) => deskRooms.all());
  const known = (isWanted: (place: DeskPlace) => boolean): DeskRoomEntry | undefined =>
    entries.find(({ place }) => isWanted(place));
  const failures = await runAll(dependencies, [
    ...roster.members.map((member) => () => {
      const own = known((place) => 'own' in place && place.own === member.userId);
      return keepOwnRoom(scene, member, own);
    }),
    ...roster.teams.map((team) => () => {
      const room = known((place) => 'team' in place && place.team === team.teamId);
      return keepTeamRoom(scene, team, room);
    }),
    ...roster.teams.map((team) => () => keepDeskSpace(scene, team)),
    () => leaveDeskSpaces(scene),
    () => leavePlaces(scene, entries),
  ]);
  const left = await dependencies.unitOfWork.read(({ deskRooms }) => deskRooms.left());
  const clearing = left.map((roomId) => () => clearLeftRoom(scene, roomId));
  return failures + (await runAll(dependencies, clearing));
}

/** Whoever was offboarded has left, whatever the configuration still says (S30). */
async function rosterAtWork({ unitOfWork, roster }: ProvisionDeskDependencies): Promise<Roster> {
  const duties = await unitOfWork.read((registers) => registers.duties.all());
  const leavers = duties.filter((duty) => isOffboarded(duty)).map((duty) => duty.counsellor);
  return { ...roster, members: roster.members.filter(({ userId }) => !leavers.includes(userId)) };
}

async function runAll(
  { eventLog, stopping }: ProvisionDeskDependencies,
  works: readonly (() => Promise<void>)[],
): Promise<number> {
  let failures = 0;
  for (const work of works) {
    if (stopping.signal.aborted) return failures;
    try {
      await work();
    } catch (error) {
      if (!isCoded(error)) throw error;
      failures += 1;
      eventLog.log({ event: 'job.failed', job: 'provision-desk', code: failureCode(error) });
    }
  }
  return failures;
}

/** The rooms of whoever works here no more, and of teams that are no more, are left: they are emptied and purged. */
async function leavePlaces(
  { unitOfWork, roster }: ProvisionDeskDependencies,
  entries: readonly DeskRoomEntry[],
): Promise<void> {
  const isStale = (place: DeskPlace) =>
    'own' in place
      ? !roster.members.some(({ userId }) => userId === place.own)
      : !roster.teams.some(({ teamId }) => teamId === place.team);
  for (const { place } of entries.filter((entry) => isStale(entry.place))) {
    await unitOfWork.run(({ deskRooms }) => deskRooms.leave(place));
  }
}
