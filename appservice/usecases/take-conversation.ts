import { controllerAtTake } from '../domain/controller.ts';
import { take, withdrawRing } from '../domain/conversation-transitions.ts';
import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { DeskRefusal } from '../domain/desk-message.ts';
import { mayGoOnDuty, type SeenIdentity } from '../domain/duty.ts';
import type { CaseNumber, ConversationId, EventId, UserId } from '../domain/ids.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import { rosterMember, type Roster, type RosterMember } from '../domain/roster.ts';
import { conversationToTake, mayTake, ringingFor } from '../domain/taking.ts';
import { waitsLonger, type WaitingRoom } from '../domain/waiting-room.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { lookUpIdentity, type LookUpIdentityDependencies } from './look-up-identity.ts';
import { onceFor } from './once-for.ts';
import { recordHeldCard, recordRingOver, recordTeamCardsChange } from './record-cards.ts';
import { recordHints } from './record-hints.ts';
import { recordRefusal } from './record-desk-message.ts';
import type { Scene } from './scene.ts';
import { recordSeenIdentity } from './record-identity-change.ts';

/** What taking a conversation needs. */
export interface TakeConversationDependencies extends LookUpIdentityDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
  readonly waitingRoom: WaitingRoom;
}

/** Who takes or passes what: the conversation of a pressed card, or of a number, or (null) what rings for them. */
export type CardChoice = {
  readonly counsellor: UserId;
  readonly which: { readonly conversationId: ConversationId } | { readonly caseNumber: CaseNumber | null };
  /** The command or the reaction; it is acted upon once. */
  readonly eventId: EventId;
  /** Why this one goes before those who wait longer (S39). */
  readonly reason?: string | null;
};

/**
 * Takes a waiting conversation for a counsellor, by ✋ or `!neem`. However many press at once, exactly one takes it;
 * the others are told. Their identity is looked up fresh: with another one than the pinned they are off
 * duty (design 4). While it cannot be had the pinned one holds: the caller's browser refuses every other one, too, and the
 * regular check looks again. Undefined when the event was handled before.
 */
export async function takeConversation(
  dependencies: TakeConversationDependencies,
  choice: CardChoice,
): Promise<Result<Conversation, DeskRefusal> | undefined> {
  const { unitOfWork, clock, steps, roster, waitingRoom } = dependencies;
  const { counsellor, eventId } = choice;
  const identity = await lookUpIdentity(dependencies, counsellor);
  return await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const scene = { roster, waitingRoom, now: clock.now() };
        const taken = await takeIn(registers, scene, { choice, identity });
        if (!taken.ok) await recordRefusal(registers, { to: counsellor, eventId, refusal: taken.problem });
        return taken;
      }),
    ),
  );
}

async function takeIn(
  registers: Registers,
  scene: Scene & { readonly waitingRoom: WaitingRoom },
  { choice, identity }: { readonly choice: CardChoice; readonly identity: SeenIdentity | undefined },
): Promise<Result<Conversation, DeskRefusal>> {
  const { counsellor } = choice;
  const openConversations = await registers.conversations.open();
  const conversation = chosen(openConversations, choice);
  if (conversation === undefined) return refusal({ code: 'nothing-to-take' });
  if (counsellorOf(conversation.phase) === counsellor) return success(conversation);
  const duties = await registers.duties.all();
  const ringing = otherRing(scene, { conversation, openConversations, counsellor });
  const others = openConversations.filter((each) => each !== ringing);
  const allowed = mayTake(
    { conversation, openConversations: others, roster: scene.roster, duties },
    counsellor,
  );
  if (!allowed.ok) return allowed;
  const isInTurn = await checkTurn(registers, scene, { conversation, openConversations, choice });
  if (!isInTurn.ok) return isInTurn;
  const known = identity && (await checkIdentity(registers, scene, { counsellor, identity }));
  if (known?.ok === false) return known;
  const taken = take(conversation, counsellor, scene.now);
  if (!taken.ok) return refusal({ code: 'nothing-to-take' });
  const controller =
    conversation.controller ?? controllerAtTake(scene.roster, allowed.value, conversation.province);
  await registers.conversations.save({ ...taken.value, controller });
  await recordTaken(registers, scene, { before: conversation, member: allowed.value });
  if (ringing !== undefined) await recordRingWithdrawn(registers, scene, ringing);
  return taken;
}

/** In the waiting room somebody may be taken while another one rings: that one rings for the next counsellor then. */
function otherRing(
  { waitingRoom }: { readonly waitingRoom: WaitingRoom },
  taking: {
    readonly conversation: Conversation;
    readonly openConversations: readonly Conversation[];
    readonly counsellor: UserId;
  },
): Conversation | undefined {
  if (waitingRoom.size === 0) return undefined;
  const ringing = ringingFor(taking.openConversations, taking.counsellor);
  return ringing === taking.conversation ? undefined : ringing;
}

async function recordRingWithdrawn(
  registers: Registers,
  { roster }: Scene,
  conversation: Conversation,
): Promise<void> {
  const { phase } = conversation;
  if (phase.name !== 'waiting' || phase.ring === null) return;
  const withdrawn = withdrawRing(conversation, phase.ring.counsellor);
  if (!withdrawn.ok) return;
  await registers.conversations.save(withdrawn.value);
  await recordRingOver(registers, { conversation, roster }, { ring: phase.ring, state: 'withdrawn' });
}

/** Who waits longest goes first; a counsellor may judge otherwise, and says why (S39). */
async function checkTurn(
  registers: Registers,
  { waitingRoom, now }: Scene & { readonly waitingRoom: WaitingRoom },
  taking: {
    readonly conversation: Conversation;
    readonly openConversations: readonly Conversation[];
    readonly choice: CardChoice;
  },
): Promise<Result<undefined, DeskRefusal>> {
  const { conversation, openConversations, choice } = taking;
  const { conversationId, caseNumber, phase } = conversation;
  const ringsForThem = phase.name === 'waiting' && phase.ring?.counsellor === choice.counsellor;
  const longer = ringsForThem
    ? undefined
    : waitsLonger(waitingRoom, conversation, { openConversations, counsellor: choice.counsellor });
  if (longer === undefined) return success(undefined);
  const reason = choice.reason ?? null;
  if (reason === null) return refusal({ code: 'waits-longer', caseNumber, longer: longer.caseNumber });
  const who = choice.counsellor;
  await registers.audit.append({
    at: now,
    act: 'conversation-pulled',
    who,
    conversationId,
    subject: null,
    reason,
  });
  return success(undefined);
}

function chosen(
  openConversations: readonly Conversation[],
  { counsellor, which }: CardChoice,
): Conversation | undefined {
  if ('caseNumber' in which) return conversationToTake(openConversations, counsellor, which.caseNumber);
  return openConversations.find(({ conversationId }) => conversationId === which.conversationId);
}

async function checkIdentity(
  registers: Registers,
  scene: Scene,
  { counsellor, identity }: { readonly counsellor: UserId; readonly identity: SeenIdentity },
): Promise<Result<unknown, DeskRefusal>> {
  const duty = await registers.duties.find(counsellor);
  const member = rosterMember(scene.roster, counsellor);
  const known = mayGoOnDuty({ member, identity, duty });
  if (known.ok) return known;
  if (known.problem.code === 'identity-changed') {
    await recordSeenIdentity(registers, scene, { duty, identity });
  }
  return known;
}

async function recordTaken(
  registers: Registers,
  { roster, now }: Scene,
  { before, member }: { readonly before: Conversation; readonly member: RosterMember },
): Promise<void> {
  const { conversationId, roomId, phase } = before;
  const counsellor = member.userId;
  if (roomId === null || phase.name !== 'waiting') return;
  const version = await registers.conversations.version(conversationId);
  await registers.actions.enqueue({
    key: actionKeys.change(conversationId, 'invite', version),
    lane: actionLanes.room(roomId),
    conversationId,
    action: { kind: 'invite', roomId, counsellor },
  });
  const cards = { conversation: before, roster };
  await recordHeldCard(registers, cards, { take: { counsellor, takenAt: now }, ring: phase.ring });
  await recordHints(registers, conversationId, { counsellor, takenAt: now });
  if (phase.ring !== null && phase.ring.counsellor !== counsellor) {
    await recordRingOver(registers, cards, { ring: phase.ring, state: 'withdrawn' });
  }
  if (phase.teamCardSince !== null || phase.asked.length > 0) {
    await recordTeamCardsChange(registers, cards, { name: 'taken', who: member.name });
  }
}
