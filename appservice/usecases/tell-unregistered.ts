import { contactName } from '../domain/contact-form-message.ts';
import type { UnregisteredCount } from '../domain/desk-messages/register-message.ts';
import { isOffboarded } from '../domain/duty.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';

/** `!open-staand`: one's own contacts that are not registered yet; a coordinator also sees how many each team has (R62). */
export async function tellUnregistered(
  dependencies: CommandDependencies,
  { member, eventId }: CommandSource,
): Promise<void> {
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    const own = (await registers.contactForms.of(member.userId)).map(contactName);
    const isCoordinator = member.role === 'coordinator';
    const teams = isCoordinator ? await unregisteredByTeam(registers, dependencies.roster) : null;
    return { kind: 'register', message: { code: 'unregistered', own, teams } };
  });
}

/**
 * How many contacts each team has still to register, in the order of the roster; last, those of people without a team. What somebody
 * had who works here no more is not counted: nobody can register it.
 */
export async function unregisteredByTeam(
  { contactForms, duties }: Registers,
  roster: Roster,
): Promise<readonly UnregisteredCount[]> {
  const counts = await contactForms.counts();
  const gone = (await duties.all()).filter(isOffboarded).map(({ counsellor }) => counsellor);
  const sum = (teamId: string | null) =>
    counts
      .filter(({ counsellor }) => !gone.includes(counsellor))
      .filter(({ counsellor }) => rosterMember(roster, counsellor)?.teamId === teamId)
      .reduce((total, { count }) => total + count, 0);
  const all = [...roster.teams, { teamId: null, name: null }].map(({ teamId, name }) => {
    return { team: name, count: sum(teamId) };
  });
  return all.filter(({ count }) => count > 0);
}
