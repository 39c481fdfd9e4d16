import type { Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber, UserId } from '../domain/ids.ts';
import {
  mayReopen,
  openFor,
  reopenedForMs,
  type AftermathRefusal,
  type Reopening,
} from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findReading } from './find-reading.ts';
import { recordInVain } from './record-in-vain.ts';

/** A former participant's `!heropen NUMBER REASON`. */
export type ReopeningWish = CommandSource & { readonly caseNumber: CaseNumber; readonly reason: string };

/**
 * `!heropen`: who has been in a conversation may read it again for an hour after its end (design 6); reason and person go into
 * the audit log (R53). Once more within the hour invites again and prolongs nothing. Everybody else is refused in the same
 * words whether there is such a conversation or not, and that is audited too.
 */
export async function reopenConversation(
  dependencies: CommandDependencies,
  wish: ReopeningWish,
): Promise<void> {
  await answerOnce(dependencies, { to: wish.member.userId, eventId: wish.eventId }, (registers) =>
    reopenIn(registers, wish, dependencies.clock.now()),
  );
}

async function reopenIn(registers: Registers, wish: ReopeningWish, now: Instant): Promise<DeskMessage> {
  const { member, caseNumber, reason } = wish;
  const who = member.userId;
  const found = await findReading(registers, caseNumber);
  const allowed = mayReopen(found, member, caseNumber);
  if (!allowed.ok) return await recordRefused(registers, { ...wish, refusal: allowed.problem, now });
  const conversation = allowed.value;
  const { conversationId } = conversation;
  const known = openFor(await registers.reopenings.of(conversationId), who, now);
  if (known === undefined) {
    const act = 'conversation-reopened';
    await registers.audit.append({ at: now, act, who, conversationId, subject: null, reason });
  }
  const { until } = await recordOpen(registers, { wish, conversation, known, now });
  const message = { code: 'reopened', caseNumber, until, isAgain: known !== undefined } as const;
  return { kind: 'aftermath', message };
}

/** Opens the room for a participant until the hour is over, or invites them again within it. */
export async function recordOpen(
  registers: Registers,
  opening: {
    readonly wish: CommandSource;
    readonly conversation: Conversation;
    readonly known: Reopening | undefined;
    readonly now: Instant;
  },
): Promise<Reopening> {
  const { wish, conversation, known, now } = opening;
  const person = wish.member.userId;
  const reopening = known ?? { person, until: now + reopenedForMs, sharedBy: null };
  await registers.reopenings.save(conversation.conversationId, reopening);
  if (conversation.roomId !== null) {
    await registers.actions.enqueue({
      key: actionKeys.cause(wish.eventId, 'reopen'),
      lane: actionLanes.room(conversation.roomId),
      conversationId: conversation.conversationId,
      action: { kind: 'invite', roomId: conversation.roomId, counsellor: person },
    });
  }
  return reopening;
}

/** Records that somebody asked for a conversation in vain, and says why; a participant who is early is no intruder. */
export async function recordRefused(
  registers: Registers,
  refused: CommandSource & {
    readonly caseNumber: CaseNumber;
    readonly reason: string | null;
    readonly refusal: AftermathRefusal;
    readonly subject?: UserId;
    readonly now: Instant;
  },
): Promise<DeskMessage> {
  const { member, caseNumber, reason, refusal, subject = null, now } = refused;
  if (refusal.code !== 'still-going' && refusal.code !== 'not-with-yourself') {
    const act = 'conversation-refused';
    await recordInVain(registers, { at: now, act, who: member.userId, caseNumber, subject, reason });
  }
  return { kind: 'aftermath', message: { code: 'refused', refusal } };
}
