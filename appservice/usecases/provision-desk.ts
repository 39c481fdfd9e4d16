import type { RoomId, UserId } from '../domain/ids.ts';
import type { Roster, RosterMember, Team } from '../domain/roster.ts';
import type { DeskRoomMaker } from '../ports/desk.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What setting up the desk needs. */
export interface ProvisionDeskDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly rooms: DeskRoomMaker;
  readonly roster: Roster;
  readonly eventLog: EventLog;
  /** The service stops: what is not made yet is made after the next start. */
  readonly stopping: { readonly signal: { readonly aborted: boolean } };
}

/**
 * Sees to it that everybody in the roster has an own desk room, and every team a desk room with its members
 * and the coordinators of all teams (design 7). Asked again it only mends what is missing; one room that fails does not
 * keep the others from theirs, and is made with the next run. Returns how many failed.
 */
export async function provisionDesk(dependencies: ProvisionDeskDependencies): Promise<number> {
  const { roster, eventLog, stopping } = dependencies;
  const works = [
    ...roster.members.map((member) => () => provideOwn(dependencies, member)),
    ...roster.teams.map((team) => () => provideTeam(dependencies, team)),
  ];
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

async function provideOwn(
  dependencies: ProvisionDeskDependencies,
  { userId, name }: RosterMember,
): Promise<void> {
  const make = () => dependencies.rooms.makeOwn(userId, name);
  await provide(dependencies, { place: { own: userId }, make, people: [userId] });
}

async function provideTeam(dependencies: ProvisionDeskDependencies, { teamId, name }: Team): Promise<void> {
  const { rooms, roster } = dependencies;
  const members = roster.members.filter((member) => member.teamId === null || member.teamId === teamId);
  const make = () => rooms.makeTeam(teamId, name);
  await provide(dependencies, { place: { team: teamId }, make, people: members.map(({ userId }) => userId) });
}

async function provide(
  { unitOfWork, rooms }: ProvisionDeskDependencies,
  wanted: {
    readonly place: DeskPlace;
    readonly make: () => Promise<RoomId>;
    readonly people: readonly UserId[];
  },
): Promise<void> {
  const { place, make, people } = wanted;
  const known = await unitOfWork.run((registers) => registers.deskRooms.find(place));
  const roomId = known ?? (await make());
  if (known === undefined) await unitOfWork.run((registers) => registers.deskRooms.save(place, roomId));
  await rooms.ensureInvited(roomId, people);
}
