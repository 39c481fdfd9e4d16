import { counsellorOf, type Conversation } from './conversation.ts';
import type { CounsellorDuty } from './duty.ts';
import type { UserId } from './ids.ts';
import { rosterMember, type Roster } from './roster.ts';
import { minuteMs, type Instant } from './time.ts';

/** Whoever has not chosen what becomes of a conversation is asked again after so long (S40). */
const askAgainMs = 5 * minuteMs;

/**
 * Whether somebody whose shift is over has still to choose what becomes of a conversation of theirs: go on with it, hand it
 * over, or end it (S40). A hand-over that is under way is a choice; to have gone on before the shift ended is none.
 */
export function needsChoice({ phase, company, rhythm }: Conversation, duty: CounsellorDuty): boolean {
  if (counsellorOf(phase) !== duty.counsellor || duty.state !== 'off') return false;
  if (duty.unconfirmedMasterKey !== null) return false; // their shift is not over: their keys are in doubt
  if (company.successor !== null || company.coming?.purpose === 'takes-over') return false;
  return rhythm.wentOnAt === null || rhythm.wentOnAt < duty.since;
}

/** Then the coordinators are told instead: who does not hear it does not hear it better the tenth time. */
const mostQuestions = 3;

/** What is to be done by now about a choice that was not made: their question of this number, or the coordinators' turn. */
export type ChoiceStep =
  | { readonly kind: 'ask'; readonly times: number; readonly isLast: boolean }
  | { readonly kind: 'tell-coordinators' };

/** What is to be done now about a choice that was not made; undefined in the first minutes, when the end of the shift asked for it. */
export function choiceStep(duty: CounsellorDuty, now: Instant): ChoiceStep | undefined {
  const times = timesToAskAgain(duty, now);
  if (times < 1) return undefined;
  return times > mostQuestions
    ? { kind: 'tell-coordinators' }
    : { kind: 'ask', times, isLast: times === mostQuestions };
}

/** How often they are to have been asked again by now; the first time is asked when the shift ends. */
function timesToAskAgain(duty: CounsellorDuty, now: Instant): number {
  return Math.floor((now - duty.since) / askAgainMs);
}

/** The coordinators who are told that somebody's conversation is alone: those of their team, else all (S40). */
export function coordinatorsFor(roster: Roster, counsellor: UserId): readonly UserId[] {
  const team = rosterMember(roster, counsellor)?.teamId ?? null;
  const coordinators = roster.members.filter(
    ({ role, userId }) => role === 'coordinator' && userId !== counsellor,
  );
  const near = coordinators.filter(({ teamId }) => teamId === null || teamId === team);
  return (near.length > 0 ? near : coordinators).map(({ userId }) => userId);
}
