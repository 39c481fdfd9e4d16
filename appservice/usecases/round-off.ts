import type { Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber, ConversationId, UserId } from '../domain/ids.ts';
import { refusal, type Result } from '../domain/result.ts';
import { choose } from '../domain/rhythm.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findMeant } from './find-meant.ts';

/** The conversation a command or a press is about. */
export type OwnConversationChoice =
  { readonly caseNumber: CaseNumber | null } | { readonly conversationId: ConversationId };

/** `!afronden`, or ✅ under the question at 60 minutes: the counsellor rounds off (R15). Nothing is cut. */
export async function roundOff(
  { unitOfWork, steps, clock }: CommandDependencies,
  { member, eventId, which }: CommandSource & { readonly which: OwnConversationChoice },
): Promise<void> {
  await answerOnce({ unitOfWork, steps }, { to: member.userId, eventId }, async (registers) => {
    const now = clock.now();
    const asked = { counsellor: member.userId, which, command: 'afronden' } as const;
    const meant = await ownConversation(registers, now, asked);
    if (!meant.ok) return meant.problem;
    const conversation = meant.value;
    const rhythm = choose(conversation.rhythm, 'round-off', now);
    await registers.conversations.save({ ...conversation, rhythm });
    return { kind: 'course', message: { code: 'rounding-off', caseNumber: conversation.caseNumber } };
  });
}

/** The conversation that is meant, among those the counsellor has now; else what they are answered. */
export async function ownConversation(
  registers: Registers,
  now: Instant,
  asked: {
    readonly counsellor: UserId;
    readonly which: OwnConversationChoice;
    readonly command: 'afronden' | 'verder';
  },
): Promise<Result<Conversation, DeskMessage>> {
  const { counsellor: person, which, command } = asked;
  const by = { person, command, caseNumber: await numberOf(registers, which) };
  const meant = await findMeant(registers, now, by);
  return meant.ok ? meant : refusal({ kind: 'refusal', refusal: meant.problem });
}

/** A press is under a message of its conversation: it means that one, as a number does. */
async function numberOf(
  { conversations }: Registers,
  which: OwnConversationChoice,
): Promise<CaseNumber | null> {
  if ('caseNumber' in which) return which.caseNumber;
  return (await conversations.find(which.conversationId))?.caseNumber ?? null;
}
