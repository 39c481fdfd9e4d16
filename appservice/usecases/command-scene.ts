import type { EventId } from '../domain/ids.ts';
import type { Roster, RosterMember } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What every command of the desk needs. */
export interface CommandDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly roster: Roster;
}

/** Who gave a command, and the event that brought it; it is acted upon once. */
export type CommandSource = { readonly member: RosterMember; readonly eventId: EventId };
