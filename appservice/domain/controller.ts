import type { TeamId } from './ids.ts';
import type { Province, Roster, RosterMember } from './roster.ts';
import { teamsInOrder } from './routing.ts';

/**
 * The one team that is responsible for a conversation which this member takes first (R80): their own; a coordinator belongs to all,
 * so for them it is the team of the caller's province, else the first one.
 */
export function controllerAtTake(
  roster: Roster,
  member: RosterMember,
  province: Province | null,
): TeamId | null {
  return member.teamId ?? teamsInOrder(roster, province)[0]?.teamId ?? null;
}
