import type { Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber, ConversationId, UserId } from '../domain/ids.ts';
import { refusal, type Result } from '../domain/result.ts';
import { choose } from '../domain/rhythm.ts';
import { conversationToEnd } from '../domain/taking.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';

/** The conversation a command or a press is about. */
export type OwnConversationChoice =
  { readonly caseNumber: CaseNumber | null } | { readonly conversationId: ConversationId };

/** `!afronden`, or ✅ under the question at 60 minutes: the counsellor rounds off (R15). Nothing is cut. */
export async function roundOff(
  { unitOfWork, steps, clock }: CommandDependencies,
  { member, eventId, which }: CommandSource & { readonly which: OwnConversationChoice },
): Promise<void> {
  await answerOnce({ unitOfWork, steps }, { to: member.userId, eventId }, async (registers) => {
    const meant = await ownConversation(registers, { counsellor: member.userId, which, word: 'afronden' });
    if (!meant.ok) return meant.problem;
    const conversation = meant.value;
    const rhythm = choose(conversation.rhythm, 'round-off', clock.now());
    await registers.conversations.save({ ...conversation, rhythm });
    return { kind: 'course', message: { code: 'rounding-off', caseNumber: conversation.caseNumber } };
  });
}

/** The conversation that is meant, among those the counsellor has now; else what they are answered. */
export async function ownConversation(
  registers: Registers,
  asked: {
    readonly counsellor: UserId;
    readonly which: OwnConversationChoice;
    readonly word: 'afronden' | 'verder';
  },
): Promise<Result<Conversation, DeskMessage>> {
  const { counsellor, which, word } = asked;
  const all = await registers.conversations.open();
  const open =
    'conversationId' in which ? all.filter((each) => each.conversationId === which.conversationId) : all;
  const meant = conversationToEnd(open, counsellor, 'caseNumber' in which ? which.caseNumber : null);
  if (meant.ok) return meant;
  if (meant.problem.code !== 'which-conversation') {
    return refusal({ kind: 'refusal', refusal: meant.problem });
  }
  const { caseNumbers } = meant.problem;
  return refusal({ kind: 'course', message: { code: 'which-conversation', word, caseNumbers } });
}
