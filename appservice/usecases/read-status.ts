import { closesAt, nextOpening, scheduleAt, type OpeningHours } from '../domain/opening-hours.ts';
import { waitingPlaces, type WaitingRoom } from '../domain/waiting-room.ts';
import type { Roster } from '../domain/roster.ts';
import { freeSlotsForCallers, onDuty } from '../domain/slots.ts';
import { statusOf, type Status } from '../domain/status.ts';
import type { Instant } from '../domain/time.ts';
import type { HomeserverHealth } from '../ports/homeserver.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { canTellWhoIsBlocked, type BlockListDependencies } from './can-tell-who-is-blocked.ts';

/** What reading the status needs. */
export interface ReadStatusDependencies extends BlockListDependencies {
  readonly homeserver: HomeserverHealth;
  readonly roster: Roster;
  readonly openingHours: OpeningHours;
  readonly waitingRoom: WaitingRoom;
}

/** What the status of one instant follows from, beside the registers. */
export type StatusScene = {
  readonly isHealthy: boolean;
  readonly now: Instant;
  readonly roster: Roster;
  readonly openingHours: OpeningHours;
  readonly waitingRoom: WaitingRoom;
};

/**
 * The public status (R10–R13); offline while the homeserver does not answer, or
 * nobody can tell who is blocked (lessons 1.10). Throws when the database fails: whoever shows
 * it is offline then, too, and says so in the log (`status-board`).
 */
export async function readStatus(dependencies: ReadStatusDependencies): Promise<Status> {
  const { unitOfWork, clock, homeserver, roster, openingHours, waitingRoom } = dependencies;
  const isHealthy = (await homeserver.isAnswering()) && (await canTellWhoIsBlocked(dependencies));
  return await unitOfWork.read((registers) =>
    statusIn(registers, { isHealthy, now: clock.now(), roster, openingHours, waitingRoom }),
  );
}

/** The status as the registers have it; inside the unit of work that reserves a slot, too (R11). */
export async function statusIn(registers: Registers, scene: StatusScene): Promise<Status> {
  const { isHealthy, now, roster, openingHours, waitingRoom } = scene;
  const closure = (await registers.closures.latest()) ?? null;
  const duties = await registers.duties.all();
  const openConversations = await registers.conversations.open();
  const msToClosing = (closesAt(openingHours, now) ?? now) - now;
  return statusOf({
    isHealthy,
    schedule: scheduleAt(openingHours, closure, now),
    nextOpening: nextOpening(openingHours, closure, now),
    counsellorsOnDuty: onDuty({ roster, duties }).length,
    freeSlots:
      freeSlotsForCallers({ openConversations, roster, duties }) +
      waitingPlaces(waitingRoom, { roster, duties }, msToClosing),
  });
}
