import { hasEnded, type Conversation } from './conversation.ts';
import type { CaseNumber, UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import type { RosterMember } from './roster.ts';
import { minuteMs, type Instant } from './time.ts';

/** How long an ended conversation is open again for whoever asks for it (design 6). */
export const reopenedForMs = 60 * minuteMs;

/** For one person an ended conversation is open again, until an instant. */
export type Reopening = {
  readonly person: UserId;
  readonly until: Instant;
  /** The participant who shares it with this colleague (R55); null for a participant, who has its keys. */
  readonly sharedBy: UserId | null;
};

/** Why a conversation that is over is not opened, shared or told about; each is answered in one sentence with the way out. */
export type AftermathRefusal =
  /** There is none of this number, or it is none of theirs: nobody learns which. */
  | { readonly code: 'not-yours'; readonly caseNumber: CaseNumber }
  /** The same to a coordinator, who may ask about those of their team. */
  | { readonly code: 'not-of-team'; readonly caseNumber: CaseNumber }
  | { readonly code: 'still-going'; readonly caseNumber: CaseNumber }
  | { readonly code: 'other-team'; readonly who: string }
  | { readonly code: 'not-with-yourself' };

/** A conversation of the number somebody wrote, with who has been in it; undefined when there is none of it. */
export type Found =
  { readonly conversation: Conversation; readonly participants: readonly UserId[] } | undefined;

/** Whether somebody may read a conversation again: they have been in it, and it is over (design 6). */
export function mayReopen(
  found: Found,
  member: RosterMember,
  caseNumber: CaseNumber,
): Result<Conversation, AftermathRefusal> {
  if (found?.participants.includes(member.userId) !== true) return refusal({ code: 'not-yours', caseNumber });
  return hasEnded(found.conversation)
    ? success(found.conversation)
    : refusal({ code: 'still-going', caseNumber });
}

/** Whether a participant may share an ended conversation with a colleague: only within the team that is responsible (R55). */
export function mayShareWith(
  conversation: Conversation,
  member: RosterMember,
  colleague: RosterMember,
): Result<RosterMember, AftermathRefusal> {
  if (colleague.userId === member.userId) return refusal({ code: 'not-with-yourself' });
  const team = conversation.controller ?? member.teamId;
  const isOfTeam = colleague.teamId === null || colleague.teamId === team;
  return isOfTeam ? success(colleague) : refusal({ code: 'other-team', who: colleague.name });
}

/** With whom somebody shares an ended conversation now: for that, and no longer, their own program may invite. */
export function sharedNow(reopenings: readonly Reopening[], person: UserId, now: Instant): readonly UserId[] {
  return reopenings
    .filter(({ sharedBy, until }) => sharedBy === person && now < until)
    .map((each) => each.person);
}

/** Whether a coordinator may see who looked at a conversation: it is their team's, or they have none and see to all (S32). */
export function mayReview({ controller }: Conversation, { teamId }: RosterMember): boolean {
  return teamId === null || teamId === controller;
}

/** The reopening by which somebody may be in the room of an ended conversation now. */
export function openFor(
  reopenings: readonly Reopening[],
  person: UserId,
  now: Instant,
): Reopening | undefined {
  return reopenings.find((each) => each.person === person && now < each.until);
}
