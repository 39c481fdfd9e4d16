import { end } from '../domain/conversation-transitions.ts';
import { takeOf, type Conversation, type EndedBy } from '../domain/conversation.ts';
import { becomeIdle } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordHeldCardOver, recordRingOver, recordTeamCardsOver, type CardScene } from './record-cards.ts';
import { recordCompanyOver } from './record-company-over.ts';
import { recordContactDue } from './record-contact-due.ts';
import { recordAddressOver } from './record-address.ts';
import { recordDeparture } from './record-departure.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';
import { recordRecognitionOver } from './record-hints.ts';

/** What ends, and why; `who` did it, where somebody of ours did. */
export type Ending = { readonly conversation: Conversation; readonly by: EndedBy; readonly who?: UserId };

/**
 * Ends a conversation with all that follows (design 5.10): everybody leaves the room, the cards say so, the counsellor is
 * told and idle. False when it was over before; then nothing follows.
 */
export async function recordEnd(registers: Registers, scene: Scene, ending: Ending): Promise<boolean> {
  const { conversation, by } = ending;
  const ended = end(conversation, by, scene.now);
  if (!ended.ok) return false;
  await registers.conversations.save(ended.value);
  await registers.resumes.remove(conversation.conversationId); // from now on the browser's store is noise (R27, S7)
  await recordRoomClosed(registers, conversation);
  const cards = { conversation, roster: scene.roster };
  const take = takeOf(conversation.phase);
  await recordRecognitionOver(registers, conversation);
  if (take !== undefined) {
    const leaving = { conversation, person: take.counsellor, wasReading: false };
    await recordDeparture(registers, scene.now, leaving);
    await recordTeamCardsOver(registers, cards);
    await recordHeldCardOver(registers, cards, {
      take,
      state: { name: by === 'exit' ? 'left-quickly' : 'ended' },
    });
    const contact = { conversation: ended.value, counsellor: take.counsellor };
    const isToRegister = await recordContactDue(registers, scene.now, contact);
    await tellCounsellor(registers, ending, { counsellor: take.counsellor, isToRegister });
    await recordIdle(registers, take.counsellor, scene.now);
    const address = { conversationId: conversation.conversationId, counsellor: take.counsellor };
    await recordAddressOver(registers, scene, address);
  }
  await withdrawCards(registers, cards);
  await recordCompanyOver(registers, scene, { conversation, why: 'ended' });
  return true;
}

/** Records that everybody leaves a conversation's room, if it has one. */
export async function recordRoomClosed(registers: Registers, conversation: Conversation): Promise<void> {
  const { conversationId, roomId, caller, callerDevice } = conversation;
  if (roomId === null) return;
  await registers.actions.enqueue({
    key: actionKeys.closeRoom(conversationId),
    lane: actionLanes.room(roomId),
    conversationId,
    action: { kind: 'close-room', roomId, caller, callerDevice },
  });
}

/** Records that a counsellor has nobody any more: the longest idle rings first (design 5.6). */
export async function recordIdle(registers: Registers, counsellor: UserId, now: Instant): Promise<void> {
  const duty = await registers.duties.find(counsellor);
  if (duty !== undefined) await registers.duties.save(becomeIdle(duty, now));
}

/** Who is off duty needs no pause. It rings where somebody else, or a fault of ours, took the conversation from them. */
async function tellCounsellor(
  registers: Registers,
  { conversation, by, who }: Ending,
  { counsellor, isToRegister }: { readonly counsellor: UserId; readonly isToRegister: boolean },
): Promise<void> {
  const { conversationId, caseNumber } = conversation;
  const isOff = (await registers.duties.find(counsellor))?.state === 'off';
  const isTakenFromThem = by === 'failure' || (who !== undefined && who !== counsellor);
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.ended(conversationId),
    message: { kind: 'conversation-ended', caseNumber, by, isToRegister, isOff },
    conversationId,
    ...(isOff ? {} : { signs: ['⏸'] as const }),
    ...(isTakenFromThem ? { mention: counsellor } : {}),
  });
}

async function withdrawCards(registers: Registers, cards: CardScene): Promise<void> {
  const { phase } = cards.conversation;
  if (phase.name !== 'waiting') return;
  if (phase.ring !== null) {
    await recordRingOver(registers, cards, { ring: phase.ring, state: 'withdrawn' });
  }
  if (phase.teamCardSince !== null || phase.asked.length > 0) {
    await recordTeamCardsOver(registers, cards);
  }
}
