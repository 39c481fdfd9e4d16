import { takeOf, type Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { RoomId, TeamId, UserId } from '../domain/ids.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { ownCard, teamCard } from './record-cards.ts';
import type { Scene } from './scene.ts';

/**
 * Somebody's own desk room is lost: records that the cards of their conversations are sent again, into the new one, where
 * everything that is said of them later finds them. What rings, rings again.
 */
export async function recordOwnCardsAgain(
  registers: Registers,
  { roster }: Scene,
  { counsellor, roomId }: { readonly counsellor: UserId; readonly roomId: RoomId },
): Promise<void> {
  for (const conversation of await registers.conversations.open()) {
    const of = ownCardKey(conversation, counsellor);
    if (of === undefined) continue;
    const isRinging = takeOf(conversation.phase) === undefined;
    const state = isRinging ? ({ name: 'open' } as const) : ({ name: 'taken', who: null } as const);
    const message = ownCard({ conversation, roster }, counsellor, state);
    const mention = isRinging ? counsellor : null;
    await recordAgain(registers, { of, conversation, roomId, to: { own: counsellor }, message, mention });
  }
}

/** A team's desk room is lost: records that the cards of who waits are sent again, into the new one. */
export async function recordTeamCardsAgain(
  registers: Registers,
  { roster }: Scene,
  { teamId, roomId }: { readonly teamId: TeamId; readonly roomId: RoomId },
): Promise<void> {
  const team = roster.teams.find((each) => each.teamId === teamId);
  if (team === undefined) return;
  for (const conversation of await registers.conversations.open()) {
    if (conversation.phase.name !== 'waiting') continue;
    const of = actionKeys.teamCard(conversation.conversationId, teamId);
    const message = teamCard({ conversation, roster }, team, { name: 'open' });
    await recordAgain(registers, { of, conversation, roomId, to: { team: teamId }, message, mention: null });
  }
}

function ownCardKey({ conversationId, phase }: Conversation, counsellor: UserId): string | undefined {
  const take = takeOf(phase);
  if (take?.counsellor === counsellor) return actionKeys.heldCard(conversationId, take);
  if (phase.name !== 'waiting' || phase.ring?.counsellor !== counsellor) return undefined;
  return actionKeys.ringCard(conversationId, phase.ring);
}

type Again = {
  readonly of: string;
  readonly conversation: Conversation;
  /** The new room. */
  readonly roomId: RoomId;
  readonly to: DeskPlace;
  readonly message: DeskMessage;
  readonly mention: UserId | null;
};

/** A card that never went out goes into the new room by itself. */
async function recordAgain(registers: Registers, again: Again): Promise<void> {
  const { of, conversation, roomId, to, message, mention } = again;
  if ((await registers.actions.sentBy(of)) === undefined) return;
  const { conversationId } = conversation;
  const queued = { lane: actionLanes.desk(to), conversationId };
  const key = actionKeys.edit(of, `again:${roomId}`);
  await registers.actions.enqueue({
    ...queued,
    key,
    action: { kind: 'desk-again', of, to, message, mention },
  });
  if (message.kind !== 'card' || message.state.name !== 'open') return;
  const hand = { kind: 'desk-hand', of } as const;
  await registers.actions.enqueue({ ...queued, key: actionKeys.edit(key, 'hand'), action: hand });
}
