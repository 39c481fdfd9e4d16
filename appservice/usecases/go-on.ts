import type { CaseNumber } from '../domain/ids.ts';
import { choose } from '../domain/rhythm.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { ownConversation } from './round-off.ts';

/** What `!verder [NUMBER] REASON` says. */
type Going = { readonly caseNumber: CaseNumber | null; readonly reason: string };

/**
 * `!verder`: the counsellor goes on after an hour (R15), or stays with a conversation although their shift is over (S40); the
 * reason is audited.
 */
export async function goOn(
  { unitOfWork, steps, clock }: CommandDependencies,
  { member, eventId, going }: CommandSource & { readonly going: Going },
): Promise<void> {
  await answerOnce({ unitOfWork, steps }, { to: member.userId, eventId }, async (registers) => {
    const { userId: who } = member;
    const which = { caseNumber: going.caseNumber };
    const at = clock.now();
    const meant = await ownConversation(registers, at, { counsellor: who, which, command: 'verder' });
    if (!meant.ok) return meant.problem;
    const conversation = meant.value;
    const { conversationId, caseNumber } = conversation;
    await registers.conversations.save({ ...conversation, rhythm: choose(conversation.rhythm, 'go-on', at) });
    await registers.audit.append({
      at,
      act: 'conversation-went-on',
      who,
      conversationId,
      subject: null,
      reason: going.reason,
    });
    const isShiftOver = (await registers.duties.find(who))?.state === 'off';
    return { kind: 'course', message: { code: 'going-on', caseNumber, isShiftOver } };
  });
}
