import type { Province, Roster, RosterMember, Team } from './roster.ts';

/** The teams in the order in which they are asked: the caller's province first, then the others as configured (R20, design 5.6). */
export function teamsInOrder(roster: Roster, province: Province | null): readonly Team[] {
  const own = roster.teams.filter((team) => team.province === province);
  return [...own, ...roster.teams.filter((team) => team.province !== province)];
}

/**
 * Whether a counsellor is asked although the caller is elsewhere, so that the card says so (design 5.6). Never when the
 * caller gave no province, and never of a coordinator without team, who belongs to all teams.
 */
export function isOfOtherProvince(roster: Roster, member: RosterMember, province: Province | null): boolean {
  if (province === null || member.teamId === null) return false;
  const team = roster.teams.find((each) => each.teamId === member.teamId);
  return team?.province !== province;
}
