import type { CaseNumber } from '../domain/ids.ts';
import { mayReview } from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer, recordRefusal } from './record-desk-message.ts';
import { recordRefused } from './reopen-conversation.ts';

/** A coordinator's `!inzage NUMBER`. */
export type Review = CommandSource & { readonly caseNumber: CaseNumber };

/**
 * `!inzage`: a coordinator of the team that is responsible sees who looked at a conversation, when and why (S32), which is
 * audited itself. Nobody learns by it whether a number exists that is not their team's.
 */
export async function reviewConversation(
  { unitOfWork, steps, clock }: CommandDependencies,
  review: Review,
): Promise<void> {
  await steps.step('command.recorded', () =>
    unitOfWork.run(onceFor(review.eventId, (registers) => reviewIn(registers, review, clock.now()))),
  );
}

async function reviewIn(registers: Registers, review: Review, now: Instant): Promise<void> {
  const { member, eventId, caseNumber } = review;
  const who = member.userId;
  if (member.role !== 'coordinator') {
    await recordRefusal(registers, { to: who, eventId, refusal: { code: 'coordinator-only' } });
    return;
  }
  const conversation = await registers.conversations.findByCaseNumber(caseNumber);
  if (conversation === undefined || !mayReview(conversation, member)) {
    const refusal = { code: 'not-of-team', caseNumber } as const;
    const message = await recordRefused(registers, { ...review, reason: null, refusal, now });
    await recordAnswer(registers, { to: who, eventId, message });
    return;
  }
  const { conversationId } = conversation;
  const act = 'audit-read';
  await registers.audit.append({ at: now, act, who, conversationId, subject: null, reason: null });
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'answer'),
    lane: actionLanes.desk({ own: who }),
    conversationId,
    action: { kind: 'tell-looked', reader: who },
  });
}
