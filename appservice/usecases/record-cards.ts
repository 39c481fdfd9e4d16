import type { Conversation, Ring, Take } from '../domain/conversation.ts';
import type { CardState, DeskMessage } from '../domain/desk-message.ts';
import type { TeamId, UserId } from '../domain/ids.ts';
import { rosterMember, type Roster, type Team } from '../domain/roster.ts';
import { isOfOtherProvince } from '../domain/routing.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** Whose card it is, and the roster that says who belongs where. */
export type CardScene = { readonly conversation: Conversation; readonly roster: Roster };

/** Records the card with a hand that rings for one counsellor. */
export async function recordRingCard(registers: Registers, scene: CardScene, ring: Ring): Promise<void> {
  const { conversationId } = scene.conversation;
  await recordDeskMessage(registers, {
    to: { own: ring.counsellor },
    key: actionKeys.ringCard(conversationId, ring),
    message: ownCard(scene, ring.counsellor, { name: 'open' }),
    conversationId,
    mention: ring.counsellor,
    hasHand: true,
  });
}

/** Records how a ring went; whoever takes gets `recordHeldCard` instead. */
export async function recordRingOver(
  registers: Registers,
  scene: CardScene,
  over: { readonly ring: Ring; readonly state: 'passed' | 'missed' | 'withdrawn' },
): Promise<void> {
  const card = actionKeys.ringCard(scene.conversation.conversationId, over.ring);
  await recordEdit(registers, scene, {
    to: { own: over.ring.counsellor },
    of: card,
    key: actionKeys.edit(card, over.state),
    message: ownCard(scene, over.ring.counsellor, { name: over.state }),
  });
}

/** Records on the card of whoever takes that it is theirs; with no ring of their own they get a card now. */
export async function recordHeldCard(
  registers: Registers,
  scene: CardScene,
  held: {
    readonly take: Take;
    readonly ring: Ring | null;
    readonly state?: CardState;
    /** Rings: they did not ask for it this moment. */
    readonly mention?: UserId;
  },
): Promise<void> {
  const { conversationId } = scene.conversation;
  const { take, ring, state = { name: 'taken', who: null } } = held;
  const { counsellor } = take;
  const key = actionKeys.heldCard(conversationId, take);
  const to = { own: counsellor };
  const message = ownCard(scene, counsellor, state);
  if (ring?.counsellor !== counsellor) {
    const { mention } = held;
    await recordDeskMessage(registers, {
      to,
      key,
      message,
      conversationId,
      ...(mention === undefined ? {} : { mention }),
    });
    return;
  }
  const of = actionKeys.ringCard(conversationId, ring);
  await recordEdit(registers, scene, { to, of, key, message });
}

/** Records on the card of whoever has the conversation how it stands now, once for each look that `change` names (S42). */
export async function recordHeldCardChange(
  registers: Registers,
  scene: CardScene,
  { take, state, change }: { readonly take: Take; readonly state: CardState; readonly change: string },
): Promise<void> {
  const of = actionKeys.heldCard(scene.conversation.conversationId, take);
  if (await isHeldCardLook(registers, { conversation: scene.conversation, take, change })) return;
  await recordEdit(registers, scene, {
    to: { own: take.counsellor },
    of,
    key: actionKeys.edit(of, change),
    message: ownCard(scene, take.counsellor, state),
  });
}

/** Whether the card of whoever has the conversation was ever given this look. */
export function isHeldCardLook(
  registers: Registers,
  look: { readonly conversation: Conversation; readonly take: Take; readonly change: string },
): Promise<boolean> {
  const of = actionKeys.heldCard(look.conversation.conversationId, look.take);
  return registers.actions.isRecorded(actionKeys.edit(of, look.change));
}

/** Records on the card of whoever had the conversation that they have it no more. */
export async function recordHeldCardOver(
  registers: Registers,
  scene: CardScene,
  {
    take,
    state,
  }: {
    readonly take: Take;
    readonly state: Extract<CardState, { name: 'returned' | 'ended' | 'left-quickly' | 'handed-over' }>;
  },
): Promise<void> {
  const { counsellor } = take;
  const of = actionKeys.heldCard(scene.conversation.conversationId, take);
  const version = await registers.conversations.version(scene.conversation.conversationId);
  await recordEdit(registers, scene, {
    to: { own: counsellor },
    of,
    key: actionKeys.edit(of, version),
    message: ownCard(scene, counsellor, state),
  });
}

/** Records the card in team desk rooms; where it lies already, or is about to, it is opened again. */
export async function recordTeamCards(
  registers: Registers,
  scene: CardScene,
  teams: readonly TeamId[],
): Promise<void> {
  const { conversationId } = scene.conversation;
  for (const team of scene.roster.teams.filter(({ teamId }) => teams.includes(teamId))) {
    const key = actionKeys.teamCard(conversationId, team.teamId);
    const message = teamCard(scene, team, { name: 'open' });
    if (await registers.actions.isRecorded(key)) {
      await recordTeamCardChange(registers, scene, { team, message });
    } else {
      await recordDeskMessage(registers, {
        to: { team: team.teamId },
        key,
        message,
        conversationId,
        hasHand: true,
      });
    }
  }
}

/** Records on every team's card how it stands; a team that has none gets none. */
export async function recordTeamCardsChange(
  registers: Registers,
  scene: CardScene,
  state: CardState,
): Promise<void> {
  for (const team of scene.roster.teams) {
    await recordTeamCardChange(registers, scene, { team, message: teamCard(scene, team, state) });
  }
}

/**
 * Records that the cards of a conversation that is over are taken back in the team desk rooms, so that what lies there is
 * what waits or goes on; a team that has none gets none.
 */
export async function recordTeamCardsOver(registers: Registers, scene: CardScene): Promise<void> {
  const { conversationId } = scene.conversation;
  for (const { teamId } of scene.roster.teams) {
    const of = actionKeys.teamCard(conversationId, teamId);
    await registers.actions.enqueue({
      key: actionKeys.edit(of, 'over'),
      lane: actionLanes.desk({ team: teamId }),
      conversationId,
      action: { kind: 'desk-redact', of },
    });
  }
}

async function recordTeamCardChange(
  registers: Registers,
  scene: CardScene,
  change: { readonly team: Team; readonly message: DeskMessage },
): Promise<void> {
  const { conversationId } = scene.conversation;
  const of = actionKeys.teamCard(conversationId, change.team.teamId);
  const key = actionKeys.edit(of, await registers.conversations.version(conversationId));
  await recordEdit(registers, scene, { to: { team: change.team.teamId }, of, key, message: change.message });
}

async function recordEdit(
  registers: Registers,
  scene: CardScene,
  edit: { readonly to: DeskPlace; readonly of: string; readonly key: string; readonly message: DeskMessage },
): Promise<void> {
  await registers.actions.enqueue({
    key: edit.key,
    lane: actionLanes.desk(edit.to),
    conversationId: scene.conversation.conversationId,
    action: { kind: 'desk-edit', of: edit.of, message: edit.message },
  });
}

/** A card as it stands in an own desk room. */
export function ownCard(scene: CardScene, counsellor: UserId, state: CardState): DeskMessage {
  const { conversation, roster } = scene;
  const member = rosterMember(roster, counsellor);
  const isOtherProvince = member !== undefined && isOfOtherProvince(roster, member, conversation.province);
  return cardMessage(conversation, { isOtherProvince, state });
}

/** A card as it stands in a team's desk room. */
export function teamCard({ conversation }: CardScene, team: Team, state: CardState): DeskMessage {
  const isOtherProvince = conversation.province !== null && team.province !== conversation.province;
  return cardMessage(conversation, { isOtherProvince, state });
}

function cardMessage(
  conversation: Conversation,
  look: { readonly isOtherProvince: boolean; readonly state: CardState },
): DeskMessage {
  const { caseNumber, province, createdAt } = conversation;
  return { kind: 'card', caseNumber, province, waitingSince: createdAt, ...look };
}
