import { contactName } from '../domain/contact-form-message.ts';
import type { UnregisteredCount } from '../domain/desk-messages/register-message.ts';
import type { UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';

/** `!open-staand`: one's own contacts that are not registered yet; a coordinator also sees how many each team has (R62). */
export async function tellUnregistered(
  dependencies: CommandDependencies,
  { member, eventId }: CommandSource,
): Promise<void> {
  await answerOnce(dependencies, { to: member.userId, eventId }, async ({ contactForms }) => {
    const own = (await contactForms.of(member.userId)).map(contactName);
    const isCoordinator = member.role === 'coordinator';
    const teams = isCoordinator ? unregisteredByTeam(dependencies.roster, await contactForms.counts()) : null;
    return { kind: 'register', message: { code: 'unregistered', own, teams } };
  });
}

/** How many contacts each team has still to register, in the order of the roster; last, those of nobody's team. */
export function unregisteredByTeam(
  roster: Roster,
  counts: readonly { readonly counsellor: UserId; readonly count: number }[],
): readonly UnregisteredCount[] {
  const sum = (teamId: string | null) =>
    counts
      .filter(({ counsellor }) => (rosterMember(roster, counsellor)?.teamId ?? null) === teamId)
      .reduce((total, { count }) => total + count, 0);
  const all = [...roster.teams, { teamId: null, name: null }].map(({ teamId, name }) => {
    return { team: name, count: sum(teamId) };
  });
  return all.filter(({ count }) => count > 0);
}
