import {
  missRing,
  nudge,
  ring,
  showTeamCard,
  tellCaller,
  withdrawRing,
  type Transition,
} from '../domain/conversation-transitions.ts';
import type { Conversation, Ring } from '../domain/conversation.ts';
import { pause } from '../domain/duty.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { RingDecision } from '../domain/ringing.ts';
import type { LogEvent } from '../ports/event-log.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordRingCard, recordRingOver, recordTeamCards } from './record-cards.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { recordEnd } from './record-end.ts';
import type { Scene } from './scene.ts';
import { recordReturn } from './record-return.ts';

/** A decision and the conversation it is about. */
export type RingCase = { readonly conversationId: ConversationId; readonly decision: RingDecision };

/** Records one decision of the dispatcher with all that follows; returns what is to be logged once it is committed. */
export async function applyRingDecision(
  registers: Registers,
  scene: Scene,
  { conversationId, decision }: RingCase,
): Promise<readonly LogEvent[]> {
  const conversation = await registers.conversations.find(conversationId);
  if (conversation === undefined) return [];
  const logged = { event: 'ring.decided', code: decision.kind } as const;
  switch (decision.kind) {
    case 'ring':
      await startRing(registers, scene, { conversation, counsellor: decision.counsellor });
      return [logged];
    case 'miss':
      return [logged, ...(await missOrWithdraw(registers, scene, conversation))];
    case 'withdraw':
      await stopRing(registers, scene, { conversation, state: 'withdrawn' });
      return [logged];
    case 'show-team-card':
      await save(registers, showTeamCard(conversation, scene.now));
      await recordTeamCards(registers, { conversation, roster: scene.roster }, decision.teams);
      return [logged];
    case 'tell-caller':
      await save(registers, tellCaller(conversation, scene.now));
      return [logged];
    case 'nudge':
      await save(registers, nudge(conversation, scene.now));
      await recordNudge(registers, conversation, decision.counsellor);
      return [logged];
    case 'return-to-pool':
      await recordReturn(registers, scene, { conversation, reason: decision.reason });
      return [logged, { event: 'ring.decided', code: decision.reason }];
    case 'end':
      await recordEnd(registers, scene, { conversation, by: decision.by });
      return [logged, { event: 'conversation.ended', code: decision.by }];
  }
}

async function startRing(
  registers: Registers,
  { roster, now }: Scene,
  { conversation, counsellor }: { readonly conversation: Conversation; readonly counsellor: UserId },
): Promise<void> {
  const rung = ring(conversation, counsellor, now);
  if (!rung.ok) return;
  await registers.conversations.save(rung.value);
  await recordRingCard(registers, { conversation, roster }, { counsellor, since: now });
}

/** A card that never went out (the homeserver was away) rang for nobody: it is taken back, and nobody is paused. */
async function missOrWithdraw(
  registers: Registers,
  scene: Scene,
  conversation: Conversation,
): Promise<readonly LogEvent[]> {
  const over = ringOf(conversation);
  if (over === undefined) return [];
  const card = await registers.actions.sentBy(actionKeys.ringCard(conversation.conversationId, over));
  if (card === undefined) {
    await stopRing(registers, scene, { conversation, state: 'withdrawn' });
    return [];
  }
  await stopRing(registers, scene, { conversation, state: 'missed' });
  await recordPause(registers, scene, { conversation, counsellor: over.counsellor });
  return [{ event: 'duty.changed', code: 'missed-ring' }];
}

async function stopRing(
  registers: Registers,
  { roster }: Scene,
  { conversation, state }: { readonly conversation: Conversation; readonly state: 'missed' | 'withdrawn' },
): Promise<void> {
  const over = ringOf(conversation);
  if (over === undefined) return;
  const stop = state === 'missed' ? missRing : withdrawRing;
  await save(registers, stop(conversation, over.counsellor));
  await recordRingOver(registers, { conversation, roster }, { ring: over, state });
}

async function recordPause(
  registers: Registers,
  { now }: Scene,
  { conversation, counsellor }: { readonly conversation: Conversation; readonly counsellor: UserId },
): Promise<void> {
  const duty = await registers.duties.find(counsellor);
  if (duty === undefined) return;
  await registers.duties.save(pause(duty, now));
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.duty(counsellor, 'missed-ring', now),
    message: { kind: 'duty-ended', reason: 'missed-ring' },
    conversationId: conversation.conversationId,
  });
}

async function recordNudge(
  registers: Registers,
  { conversationId, caseNumber }: Conversation,
  counsellor: UserId,
): Promise<void> {
  const version = await registers.conversations.version(conversationId);
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.change(conversationId, 'nudge', version),
    message: { kind: 'nudge', caseNumber },
    conversationId,
    mention: counsellor,
  });
}

function ringOf({ phase }: Conversation): Ring | undefined {
  return phase.name === 'waiting' && phase.ring !== null ? phase.ring : undefined;
}

async function save(registers: Registers, transition: Transition): Promise<void> {
  if (transition.ok) await registers.conversations.save(transition.value);
}
