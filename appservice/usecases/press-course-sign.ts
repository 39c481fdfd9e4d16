import type { DeskSign } from '../domain/desk-sign.ts';
import type { ConversationId, EventId, UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import { actionKeys, isRhythmKey } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { leaveDuty } from './leave-duty.ts';
import { ownConversation, roundOff } from './round-off.ts';

/** A message of the desk about a conversation, by the key of the action that sent it. */
export type PressedMessage = { readonly key: string; readonly conversationId: ConversationId };

/** Somebody pressed a sign under a message in their desk room. */
export type PressedSign = {
  readonly sender: UserId;
  readonly eventId: EventId;
  /** Undefined when it is none that the desk gives. */
  readonly sign: DeskSign | undefined;
  readonly pressed: PressedMessage;
};

/**
 * Under the question at 60 minutes ✅ rounds off, and ▶ asks why to go on, because a reason is needed (R15); under the word
 * that a conversation is over ⏸ pauses (S43). Under anything else a sign means nothing.
 */
export async function pressCourseSign(
  dependencies: CommandDependencies,
  { sender, eventId, sign, pressed: { key, conversationId } }: PressedSign,
): Promise<void> {
  const member = rosterMember(dependencies.roster, sender);
  if (member === undefined) return;
  const source = { member, eventId };
  if (isRhythmKey(key, conversationId)) {
    if (sign === '✅') await roundOff(dependencies, { ...source, which: { conversationId } });
    if (sign === '▶') await askWhy(dependencies, source, conversationId);
  }
  if (key === actionKeys.ended(conversationId) && sign === '⏸') {
    await leaveDuty(dependencies, { ...source, state: 'paused' });
  }
}

async function askWhy(
  dependencies: CommandDependencies,
  { member, eventId }: CommandSource,
  conversationId: ConversationId,
): Promise<void> {
  const counsellor = member.userId;
  await answerOnce(dependencies, { to: counsellor, eventId }, async (registers) => {
    const asked = { counsellor, which: { conversationId }, command: 'verder' } as const;
    const meant = await ownConversation(registers, dependencies.clock.now(), asked);
    if (!meant.ok) return meant.problem;
    return { kind: 'course', message: { code: 'why-go-on', caseNumber: meant.value.caseNumber } };
  });
}
