import type { Conversation, EndedBy, Joined, ReturnReason, Taken, Waiting } from './conversation.ts';
import type { CounsellorDuty } from './duty.ts';
import type { TeamId, UserId } from './ids.ts';
import type { Roster } from './roster.ts';
import { isOfOtherProvince, teamsInOrder } from './routing.ts';
import { freeSlots, onDuty, type OnDuty } from './slots.ts';
import { minuteMs, secondMs, type Instant } from './time.ts';

/** How long each step of ringing may take (design 5.6, S41), in milliseconds. */
export const ringLimits = {
  /** One counsellor is rung this long; then the next one, and the missed one is paused. */
  ringMs: 30 * secondMs,
  /** From here on the card also lies in the team desk rooms. */
  teamCardMs: 60 * secondMs,
  /** From here on the caller is told, and offered mail and phone. */
  tellCallerMs: 180 * secondMs,
  /** Taken, but not in the room. */
  joinMs: 30 * secondMs,
  /** In the room, but no key reaches a signed device. */
  deviceMs: 10 * secondMs,
  /** In the room, but no word: a nudge, then back to the pool. */
  nudgeMs: 120 * secondMs,
  silenceMs: 180 * secondMs,
  /** The caller's browser gives no sign of life (R16, design 14). */
  goneMs: 5 * minuteMs,
  /** A room that is not made in this time is given up. */
  startMs: 60 * secondMs,
  /** A caller's browser that has no keys in this time, slow as phone and line may be, is given up. */
  keysMs: 180 * secondMs,
} as const;

/** What the dispatcher decides about one conversation at one instant; each is carried out once. */
export type RingDecision =
  | { readonly kind: 'ring'; readonly counsellor: UserId; readonly isOtherProvince: boolean }
  /** The rung counsellor did not answer: paused, the next one may ring. */
  | { readonly kind: 'miss'; readonly counsellor: UserId }
  /** The rung counsellor went off duty meanwhile: the card is withdrawn, nobody is blamed. */
  | { readonly kind: 'withdraw'; readonly counsellor: UserId }
  | { readonly kind: 'show-team-card'; readonly teams: readonly TeamId[] }
  | { readonly kind: 'tell-caller' }
  | { readonly kind: 'nudge'; readonly counsellor: UserId }
  | { readonly kind: 'return-to-pool'; readonly counsellor: UserId; readonly reason: ReturnReason }
  | { readonly kind: 'end'; readonly by: Extract<EndedBy, 'gone' | 'failure'> };

/** Everything the dispatcher's rules look at. */
export type RingFacts = {
  readonly conversation: Conversation;
  /** Every conversation that has not ended, this one included: they decide who has a free slot. */
  readonly openConversations: readonly Conversation[];
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
  /** Who had an earlier conversation of the day with the same nickname: it rings for them first (R28). */
  readonly preferred: UserId | null;
  readonly now: Instant;
};

/**
 * What follows for one conversation at one instant (design 5.6, 5.7), in the order in which it is to be carried out; all
 * limits hold from their first millisecond on. Decisions about several conversations are made one after the other, each
 * with the facts as the ones before have left them. Asked again after they were carried out, it decides nothing new.
 */
export function decideRinging(facts: RingFacts): readonly RingDecision[] {
  const { conversation, now } = facts;
  const { phase } = conversation;
  if (phase.name === 'ended') return [];
  if (phase.name === 'starting') {
    const limitMs = conversation.roomId === null ? ringLimits.startMs : ringLimits.keysMs;
    return now - phase.since >= limitMs ? [{ kind: 'end', by: 'failure' }] : [];
  }
  if (now - conversation.lastContactAt >= ringLimits.goneMs) return [{ kind: 'end', by: 'gone' }];
  switch (phase.name) {
    case 'waiting':
      return decideWaiting(facts, phase);
    case 'taken':
      return decideTaken(facts, phase);
    case 'joined':
      return decideJoined(facts, phase);
    case 'talking':
      return [];
  }
}

function decideWaiting(facts: RingFacts, phase: Waiting): readonly RingDecision[] {
  const waitedMs = facts.now - phase.since;
  const stopped = stopRing(facts, phase);
  const asked = stopped?.kind === 'miss' ? [...phase.asked, stopped.counsellor] : phase.asked;
  const isRinging = phase.ring !== null && stopped === undefined;
  const next = isRinging ? undefined : nextToRing(facts, asked);
  const rung = isRinging ? phase.ring.counsellor : next?.counsellor;
  const decisions: RingDecision[] = [];
  if (stopped !== undefined) decisions.push(stopped);
  if (next !== undefined) decisions.push(next);
  if (phase.teamCardSince === null && waitedMs >= ringLimits.teamCardMs) {
    const missed = stopped?.kind === 'miss' ? stopped.counsellor : undefined;
    const teams = teamsForCard(facts, { rung, missed });
    if (teams.length > 0) decisions.push({ kind: 'show-team-card', teams });
  }
  if (phase.callerToldAt === null && waitedMs >= ringLimits.tellCallerMs) {
    decisions.push({ kind: 'tell-caller' });
  }
  return decisions;
}

type RingStop = Extract<RingDecision, { kind: 'miss' | 'withdraw' }>;

/** Why the present ring ends: its counsellor answers no more (nobody is blamed), or has not answered in time. */
function stopRing(facts: RingFacts, phase: Waiting): RingStop | undefined {
  if (phase.ring === null) return undefined;
  const { counsellor, since } = phase.ring;
  if (!onDuty(facts).some(({ member }) => member.userId === counsellor)) {
    return { kind: 'withdraw', counsellor };
  }
  return facts.now - since >= ringLimits.ringMs ? { kind: 'miss', counsellor } : undefined;
}

/** Who is preferred first, then the own province, then longest idle; equal ones in the order of their user ids, so that every replica agrees. */
function nextToRing(
  facts: RingFacts,
  asked: readonly UserId[],
): Extract<RingDecision, { kind: 'ring' }> | undefined {
  const { roster, conversation, preferred } = facts;
  const candidates = withFreeSlot(facts)
    .filter(({ member }) => !asked.includes(member.userId))
    .map(({ member, duty }) => ({
      counsellor: member.userId,
      isOtherProvince: isOfOtherProvince(roster, member, conversation.province),
      idleSince: duty.idleSince,
    }));
  const first = candidates.sort(
    (one, other) =>
      Number(other.counsellor === preferred) - Number(one.counsellor === preferred) ||
      Number(one.isOtherProvince) - Number(other.isOtherProvince) ||
      one.idleSince - other.idleSince ||
      (one.counsellor < other.counsellor ? -1 : 1),
  )[0];
  if (first === undefined) return undefined;
  return { kind: 'ring', counsellor: first.counsellor, isOtherProvince: first.isOtherProvince };
}

type RingNow = { readonly rung: UserId | undefined; readonly missed: UserId | undefined };

/**
 * The team of the caller's province, and every team with somebody who has a slot free: the ring takes one, and who has
 * just missed it is away. None at all only when there is nobody, and no team of that province.
 */
function teamsForCard(facts: RingFacts, { rung, missed }: RingNow): readonly TeamId[] {
  const free = withFreeSlot(facts)
    .filter(({ member, slots }) => member.userId !== missed && slots > (member.userId === rung ? 1 : 0))
    .map(({ member }) => member.teamId);
  const { roster, conversation } = facts;
  return teamsInOrder(roster, conversation.province)
    .filter((team) => team.province === conversation.province || free.includes(team.teamId))
    .map((team) => team.teamId);
}

/** Everybody on duty with a slot free whom the caller has not refused; the ring of this very conversation is left out of the count. */
function withFreeSlot(facts: RingFacts): readonly (OnDuty & { readonly slots: number })[] {
  const others = facts.openConversations.filter(
    (each) => each.conversationId !== facts.conversation.conversationId,
  );
  return onDuty(facts)
    .filter(({ member }) => !facts.conversation.company.refused.includes(member.userId))
    .map((each) => ({ ...each, slots: freeSlots(others, each.member) }))
    .filter(({ slots }) => slots > 0);
}

function decideTaken(facts: RingFacts, phase: Taken): readonly RingDecision[] {
  if (hasChangedIdentity(facts, phase.counsellor)) return [giveBack(phase, 'identity-changed')];
  return facts.now - phase.since >= ringLimits.joinMs ? [giveBack(phase, 'not-joined')] : [];
}

function decideJoined(facts: RingFacts, phase: Joined): readonly RingDecision[] {
  if (hasChangedIdentity(facts, phase.counsellor)) return [giveBack(phase, 'identity-changed')];
  const { unsecuredSince } = facts.conversation;
  const unsecuredMs = unsecuredSince === null ? 0 : facts.now - Math.max(unsecuredSince, phase.since);
  if (unsecuredMs >= ringLimits.deviceMs) return [giveBack(phase, 'no-device')];
  const silentMs = facts.now - phase.since;
  if (silentMs >= ringLimits.silenceMs) return [giveBack(phase, 'silent')];
  const isNudgeDue = phase.nudgedAt === null && silentMs >= ringLimits.nudgeMs;
  return isNudgeDue ? [{ kind: 'nudge', counsellor: phase.counsellor }] : [];
}

function hasChangedIdentity(facts: RingFacts, counsellor: UserId): boolean {
  const duty = facts.duties.find((each) => each.counsellor === counsellor);
  return duty !== undefined && duty.unconfirmedMasterKey !== null;
}

function giveBack(phase: Taken | Joined, reason: ReturnReason): RingDecision {
  return { kind: 'return-to-pool', counsellor: phase.counsellor, reason };
}
