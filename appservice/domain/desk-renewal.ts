import { counsellorOf, type Conversation } from './conversation.ts';
import type { CounsellorDuty } from './duty.ts';
import type { UserId } from './ids.ts';
import { dayMs, type Instant } from './time.ts';
import { wallClockAt } from './wall-clock.ts';

/** A calendar month `YYYY-MM` in Europe/Brussels. */
export type CalendarMonth = string;

/** The month that the helpline's wall clock shows. */
export function monthAt(now: Instant): CalendarMonth {
  return wallClockAt(now).day.slice(0, 7);
}

/** What the renewal of somebody's own desk room looks at. */
export type RenewalFacts = {
  readonly counsellor: UserId;
  /** The month their room was made for; null where that was not written down. */
  readonly month: CalendarMonth | null;
  readonly duty: CounsellorDuty | undefined;
  readonly openConversations: readonly Conversation[];
  readonly now: Instant;
};

/**
 * Whether somebody's own desk room is to be made anew: each calendar month (design 7), as soon as nothing is going on in it.
 * On duty they would be rung where they have not been yet, and the cards of a conversation stay where they lie.
 */
export function isRenewalDue({ counsellor, month, duty, openConversations, now }: RenewalFacts): boolean {
  if (month === monthAt(now)) return false;
  const isOff = duty === undefined || duty.state === 'off';
  return isOff && !openConversations.some((conversation) => isInvolved(conversation, counsellor));
}

/** Whether a conversation has, or is about to have, a card in somebody's own desk room. */
export function isInvolved({ phase, company }: Conversation, person: UserId): boolean {
  const isRung = phase.name === 'waiting' && phase.ring?.counsellor === person;
  const isInCompany = company.readers.includes(person) || company.coming?.colleague === person;
  return isRung || isInCompany || counsellorOf(phase) === person;
}

/** Who has declined an invitation to a desk room is asked again after so long. */
export const inviteAgainMs = dayMs;

/** Whether somebody who is not in a room that they belong in is invited; `invitedAt` as long as they have not come since. */
export function mayInvite(invitedAt: Instant | undefined, now: Instant): boolean {
  return invitedAt === undefined || now - invitedAt >= inviteAgainMs;
}
