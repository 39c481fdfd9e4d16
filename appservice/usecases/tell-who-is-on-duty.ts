import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { DutyLine } from '../domain/desk-message.ts';
import type { CounsellorDuty } from '../domain/duty.ts';
import type { Roster } from '../domain/roster.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';

/** `!wie`: who is on duty or pauses, in the order of the roster, and who is in conversation. */
export async function tellWhoIsOnDuty(
  dependencies: CommandDependencies,
  { member, eventId }: CommandSource,
): Promise<void> {
  const { roster } = dependencies;
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    const duties = await registers.duties.all();
    const openConversations = await registers.conversations.open();
    return { kind: 'who', lines: dutyLines({ roster, duties, openConversations }) };
  });
}

function dutyLines(facts: {
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
  readonly openConversations: readonly Conversation[];
}): readonly DutyLine[] {
  return facts.roster.members.flatMap(({ userId, name, teamId }) => {
    const state = facts.duties.find((duty) => duty.counsellor === userId)?.state ?? 'off';
    if (state === 'off') return [];
    const team = facts.roster.teams.find((each) => each.teamId === teamId)?.name ?? null;
    const isBusy = facts.openConversations.some(({ phase }) => counsellorOf(phase) === userId);
    return [{ name, team, state, isBusy }];
  });
}
