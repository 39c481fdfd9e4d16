import { returnToPool } from '../domain/conversation-transitions.ts';
import { takeOf, type Conversation, type ReturnReason } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordAddressOver } from './record-address.ts';
import { recordHeldCardOver } from './record-cards.ts';
import { recordCompanyOver, recordOut } from './record-company-over.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { recordIdle } from './record-end.ts';
import type { Scene } from './scene.ts';
import { recordHandOver } from './record-hand-over.ts';
import { recordHintsOver } from './record-hints.ts';

/**
 * Gives a conversation back to the pool (design 5.6, 5.7): its counsellor is told why, leaves the room, and is idle; whoever reads
 * along leaves too. A colleague who is there to take it over gets it instead (S40). False when nobody had it; then nothing follows.
 */
export async function recordReturn(
  registers: Registers,
  scene: Scene,
  giving: { readonly conversation: Conversation; readonly reason: ReturnReason },
): Promise<boolean> {
  const { conversation } = giving;
  const take = takeOf(conversation.phase);
  if (take === undefined) return false;
  const { counsellor } = take;
  if (conversation.company.successor !== null) {
    return await recordHandOver(registers, scene, { conversation, by: counsellor });
  }
  const returned = returnToPool(conversation, counsellor);
  if (!returned.ok) return false;
  await registers.conversations.save(returned.value);
  const cards = { conversation: returned.value, roster: scene.roster };
  await recordHeldCardOver(registers, cards, { take, state: { name: 'returned' } });
  await recordHintsOver(registers, conversation.conversationId, take);
  await recordAddressOver(registers, scene, { conversationId: conversation.conversationId, counsellor });
  await tellCounsellor(registers, giving, counsellor);
  await recordOut(registers, conversation, { person: counsellor, reason: 'returned' });
  await recordIdle(registers, counsellor, scene.now);
  await recordCompanyOver(registers, scene, { conversation, why: 'returned' });
  return true;
}

async function tellCounsellor(
  registers: Registers,
  { conversation, reason }: { readonly conversation: Conversation; readonly reason: ReturnReason },
  counsellor: UserId,
): Promise<void> {
  const { conversationId, caseNumber } = conversation;
  const version = await registers.conversations.version(conversationId);
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.change(conversationId, 'returned', version),
    message: { kind: 'returned', caseNumber, reason },
    conversationId,
  });
}
