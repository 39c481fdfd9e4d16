import { companyLeft, noCompany } from './company.ts';
import {
  counsellorOf,
  type Conversation,
  type EndedBy,
  type Phase,
  type Ring,
  type Waiting,
} from './conversation.ts';
import type { RoomId, UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import { restingRhythm } from './rhythm.ts';
import type { Instant } from './time.ts';

/** A transition that the conversation's phase, or the person, does not allow; nothing has changed. */
export type InvalidTransition = { readonly code: 'invalid-transition'; readonly phase: Phase['name'] };

/** The conversation as it is after a transition, or that there is no such transition. */
export type Transition = Result<Conversation, InvalidTransition>;

/** The room is made; only one per conversation. */
export function addRoom(conversation: Conversation, roomId: RoomId): Transition {
  if (conversation.phase.name !== 'starting' || conversation.roomId !== null) return invalid(conversation);
  return success({ ...conversation, roomId });
}

/**
 * The caller's browser has its cross-signed device in the room: into the pool. The clocks of waiting run from the caller's
 * press (design 5.6).
 */
export function enterPool(conversation: Conversation): Transition {
  if (conversation.phase.name !== 'starting' || conversation.roomId === null) return invalid(conversation);
  return success({ ...conversation, phase: waitingFromThePress(conversation, []) });
}

/** Rings for a counsellor; only one ring at a time, and nobody twice for one conversation (design 5.6). */
export function ring(conversation: Conversation, counsellor: UserId, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'waiting' || phase.ring !== null || phase.asked.includes(counsellor)) {
    return invalid(conversation);
  }
  return success({ ...conversation, phase: { ...phase, ring: { counsellor, since: now } } });
}

/** The rung counsellor passes (✖, `!niet`): they count as asked. */
export function passRing(conversation: Conversation, counsellor: UserId): Transition {
  return inRingFor(conversation, counsellor, (phase) => ({
    ...phase,
    ring: null,
    asked: [...phase.asked, counsellor],
  }));
}

/** The rung counsellor did not answer in time: they count as asked. */
export function missRing(conversation: Conversation, counsellor: UserId): Transition {
  return passRing(conversation, counsellor);
}

/** The ring is taken back without blame: the counsellor may be rung again. */
export function withdrawRing(conversation: Conversation, counsellor: UserId): Transition {
  return inRingFor(conversation, counsellor, (phase) => ({ ...phase, ring: null }));
}

/** The card also lies in team desk rooms from now on (60 s); once. */
export function showTeamCard(conversation: Conversation, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'waiting' || phase.teamCardSince !== null) return invalid(conversation);
  return success({ ...conversation, phase: { ...phase, teamCardSince: now } });
}

/** The caller is told that it takes long (180 s, S41); once. */
export function tellCaller(conversation: Conversation, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'waiting' || phase.callerToldAt !== null) return invalid(conversation);
  return success({ ...conversation, phase: { ...phase, callerToldAt: now } });
}

/** Somebody takes it out of the pool, whoever it rings for; the second one is refused. */
export function take(conversation: Conversation, counsellor: UserId, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'waiting') return invalid(conversation);
  const taken = { name: 'taken', counsellor, takenAt: now, since: now, asked: phase.asked } as const;
  return success({ ...conversation, unsecuredSince: null, phase: taken });
}

/** The counsellor who took it is in the room. */
export function join(conversation: Conversation, counsellor: UserId, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'taken' || phase.counsellor !== counsellor) return invalid(conversation);
  const { takenAt, asked } = phase;
  const joined = { name: 'joined', counsellor, takenAt, since: now, nudgedAt: null, asked } as const;
  return success({ ...conversation, phase: joined });
}

/** The silent counsellor is nudged (120 s); once. */
export function nudge(conversation: Conversation, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'joined' || phase.nudgedAt !== null) return invalid(conversation);
  return success({ ...conversation, phase: { ...phase, nudgedAt: now } });
}

/** The counsellor's first words: both have the floor. */
export function speak(conversation: Conversation, counsellor: UserId, now: Instant): Transition {
  const { phase } = conversation;
  if (phase.name !== 'joined' || phase.counsellor !== counsellor) return invalid(conversation);
  const { takenAt, asked } = phase;
  return success({
    ...conversation,
    phase: { name: 'talking', counsellor, takenAt, since: now, asked },
  });
}

/**
 * Back to the pool, from the counsellor who had it: they count as asked. The clocks go on from the caller's press, so
 * the team card and the word to the caller may be due at once.
 */
export function returnToPool(conversation: Conversation, counsellor: UserId): Transition {
  const { phase } = conversation;
  if (phase.name !== 'taken' && phase.name !== 'joined' && phase.name !== 'talking') {
    return invalid(conversation);
  }
  if (counsellorOf(phase) !== counsellor) return invalid(conversation);
  const asked = phase.asked.includes(counsellor) ? phase.asked : [...phase.asked, counsellor];
  return success({
    ...conversation,
    unsecuredSince: null,
    phase: waitingFromThePress(conversation, asked),
    company: companyLeft(conversation.company),
    rhythm: restingRhythm,
    toldConnection: null,
  });
}

/** Over, from any phase but one: what has ended stays as it ended. */
export function end(conversation: Conversation, by: EndedBy, now: Instant): Transition {
  if (conversation.phase.name === 'ended') return invalid(conversation);
  return success({
    ...conversation,
    phase: { name: 'ended', by, at: now, wasAttended: isAttended(conversation.phase) },
    company: noCompany,
  });
}

function isAttended({ name }: Phase): boolean {
  return name === 'joined' || name === 'talking';
}

/** A sign of life of the caller's browser. An older one that comes late changes nothing. */
export function recordContact(conversation: Conversation, now: Instant): Transition {
  if (conversation.phase.name === 'ended') return invalid(conversation);
  return success({ ...conversation, lastContactAt: Math.max(conversation.lastContactAt, now) });
}

/** The caller's browser says that no key reaches a signed device of the counsellor (design 5.7); the first time counts. */
export function recordUnsecured(conversation: Conversation, now: Instant): Transition {
  if (counsellorOf(conversation.phase) === undefined) return invalid(conversation);
  return success({ ...conversation, unsecuredSince: conversation.unsecuredSince ?? now });
}

/** The caller's browser says that a key reached a signed device of the counsellor. */
export function recordSecured(conversation: Conversation): Transition {
  if (counsellorOf(conversation.phase) === undefined) return invalid(conversation);
  return success({ ...conversation, unsecuredSince: null });
}

function waitingFromThePress(conversation: Conversation, asked: readonly UserId[]): Waiting {
  return {
    name: 'waiting',
    since: conversation.createdAt,
    ring: null,
    asked,
    teamCardSince: null,
    callerToldAt: null,
  };
}

function inRingFor(
  conversation: Conversation,
  counsellor: UserId,
  change: (phase: Waiting & { readonly ring: Ring }) => Waiting,
): Transition {
  const { phase } = conversation;
  if (phase.name !== 'waiting' || phase.ring?.counsellor !== counsellor) return invalid(conversation);
  return success({ ...conversation, phase: change({ ...phase, ring: phase.ring }) });
}

function invalid(conversation: Conversation): Transition {
  return refusal({ code: 'invalid-transition', phase: conversation.phase.name });
}
