import { z } from 'zod';
import { parseTeamId, parseUserId } from '../../appservice/domain/ids.ts';
import { provinces, type Roster } from '../../appservice/domain/roster.ts';

const teamId = z.string().transform((text, context) => {
  const parsed = parseTeamId(text);
  if (parsed !== undefined) return parsed;
  context.addIssue('must be a short name of lower-case letters, digits and dashes');
  return z.NEVER;
});

const userId = z.string().transform((text, context) => {
  const parsed = parseUserId(text);
  if (parsed !== undefined) return parsed;
  context.addIssue('must be a Matrix user id such as @an:example.org');
  return z.NEVER;
});

const team = z.strictObject({
  id: teamId.describe('Short name.'),
  name: z.string().min(1).max(60).describe('Name, as counsellors read it.'),
  province: z.enum(provinces).describe('Province whose callers ring here first.'),
});

const member = z
  .strictObject({
    userId: userId.describe('Matrix account.'),
    name: z.string().min(1).max(60).describe('What colleagues call them; callers never see it.'),
    role: z
      .enum(['counsellor', 'coordinator'])
      .default('counsellor')
      .describe('A coordinator also opens, closes and confirms.'),
    organisation: z.enum(['CAW', 'VK']).describe('What they work for.'),
    team: teamId
      .nullable()
      .default(null)
      .describe('Team; null only for a coordinator, who then belongs to all of them.'),
    slots: z.int().min(1).max(3).default(1).describe('Conversations at a time.'),
  })
  .transform(({ team: memberTeam, ...rest }) => ({ ...rest, teamId: memberTeam }));

/** Who may answer, and in which team (R1, R20). */
export const rosterSection = z
  .strictObject({
    teams: z
      .array(team.transform(({ id, ...rest }) => ({ ...rest, teamId: id })))
      .min(1, 'must hold at least one team')
      .meta({ sample: [{ id: 'limburg', name: 'Limburg', province: 'limburg' }] })
      .describe('The provincial teams, at most one for each province.'),
    members: z
      .array(member)
      .default([])
      .meta({ sample: [sampleMember()] })
      .describe('Everybody who may answer.'),
  })
  .transform((roster): Roster => roster)
  .superRefine(checkRoster)
  .describe('Teams and the people in them.');

function sampleMember() {
  return {
    userId: '@an:1712.example.org',
    name: 'An',
    role: 'counsellor',
    organisation: 'CAW',
    team: 'limburg',
    slots: 1,
  };
}

function checkRoster(roster: Roster, context: z.core.$RefinementCtx<Roster>): void {
  const report = (path: (string | number)[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  const teams = new Set(roster.teams.map((each) => each.teamId));
  roster.teams.forEach((each, index) => {
    const earlier = roster.teams.slice(0, index);
    if (earlier.some((other) => other.teamId === each.teamId))
      report(['teams', index, 'id'], 'is the short name of an earlier team');
    if (earlier.some((other) => other.province === each.province))
      report(['teams', index, 'province'], 'has a team already');
  });
  roster.members.forEach((each, index) => {
    if (roster.members.slice(0, index).some((other) => other.userId === each.userId))
      report(['members', index, 'userId'], 'is in the list already');
    if (each.teamId !== null && !teams.has(each.teamId))
      report(['members', index, 'team'], 'is not one of the teams');
    if (each.teamId === null && each.role === 'counsellor')
      report(['members', index, 'team'], 'is missing: only a coordinator may be without a team');
  });
}
