import type { TeamId, UserId } from './ids.ts';

/** The five Flemish provinces; a caller outside them or who does not say has none (R20, domain 2.5). */
export const provinces = [
  'antwerpen',
  'limburg',
  'oost-vlaanderen',
  'vlaams-brabant',
  'west-vlaanderen',
] as const;

/** A Flemish province. */
export type Province = (typeof provinces)[number];

/** What a counsellor works for (R1): Centrum Algemeen Welzijnswerk or Vertrouwenscentrum Kindermishandeling. */
export type Organisation = 'CAW' | 'VK';

/** What somebody of the roster may do: a coordinator also opens, closes and confirms (design 7). */
export type Role = 'counsellor' | 'coordinator';

/** A provincial team (R20, R80). */
export type Team = {
  readonly teamId: TeamId;
  readonly name: string;
  readonly province: Province;
};

/** Somebody the configuration names. A coordinator without team belongs to all of them. */
export type RosterMember = {
  readonly userId: UserId;
  /** What colleagues call them; shown to colleagues only. */
  readonly name: string;
  readonly role: Role;
  readonly organisation: Organisation;
  readonly teamId: TeamId | null;
  /** Conversations at a time, 1 to 3 (S41). */
  readonly slots: number;
};

/** Everybody who may answer, and the teams they are in: from configuration (design 4). */
export type Roster = {
  readonly teams: readonly Team[];
  readonly members: readonly RosterMember[];
};

/** Whether somebody is of a team: its members, and coordinators of all teams (R55). */
export function isOfTeam({ teamId }: RosterMember, team: TeamId): boolean {
  return teamId === null || teamId === team;
}

/** The roster's entry of a user id, undefined for strangers. */
export function rosterMember(roster: Roster, userId: UserId): RosterMember | undefined {
  return roster.members.find((member) => member.userId === userId);
}

/** The only member with this user id, localpart or name, whatever its capitals; undefined when nobody or several. */
export function memberCalled(roster: Roster, who: string): RosterMember | undefined {
  const wanted = who.trim().toLowerCase();
  const found = roster.members.filter(({ userId, name }) =>
    [userId, userId.slice(1).split(':')[0] ?? '', name].some((each) => each.toLowerCase() === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}
