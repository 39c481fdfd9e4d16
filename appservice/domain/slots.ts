import { isPromisedTo } from './company.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import type { CounsellorDuty } from './duty.ts';
import type { UserId } from './ids.ts';
import { rosterMember, type Roster, type RosterMember } from './roster.ts';

/** What decides who has room for one more conversation. */
export type SlotFacts = {
  /** Every conversation that has not ended. */
  readonly openConversations: readonly Conversation[];
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
};

/** Somebody who answers: on duty, in the roster, with a pinned identity that nobody has to confirm (design 4). */
export type OnDuty = { readonly member: RosterMember; readonly duty: CounsellorDuty };

/** Everybody who answers now. */
export function onDuty(facts: Pick<SlotFacts, 'roster' | 'duties'>): readonly OnDuty[] {
  return facts.duties.flatMap((duty) => {
    const member = rosterMember(facts.roster, duty.counsellor);
    return member !== undefined && answers(duty) ? [{ member, duty }] : [];
  });
}

/**
 * How many more conversations a counsellor can be asked for; ringing counts as taken (design 5.6), and so does one that a colleague
 * is handing over to them. Never negative.
 */
export function freeSlots(openConversations: readonly Conversation[], member: RosterMember): number {
  const occupied = openConversations.filter(
    (each) => holds(each, member.userId) || ringsFor(each.phase, member.userId),
  );
  return Math.max(0, member.slots - occupied.length);
}

/**
 * Free slots of everybody on duty, less the conversations that wait for one or are being made (R11, R13): above zero
 * the helpline is online, else busy. May be negative.
 */
export function freeSlotsForCallers(facts: SlotFacts): number {
  const free = onDuty(facts).map(({ member }) => {
    const held = facts.openConversations.filter((each) => holds(each, member.userId));
    return Math.max(0, member.slots - held.length);
  });
  const unanswered = facts.openConversations.filter(
    ({ phase }) => phase.name === 'starting' || phase.name === 'waiting',
  );
  return free.reduce((sum, slots) => sum + slots, 0) - unanswered.length;
}

function answers(duty: CounsellorDuty): boolean {
  return duty.state === 'on' && duty.pinnedMasterKey !== null && duty.unconfirmedMasterKey === null;
}

function holds({ phase, company }: Conversation, counsellor: UserId): boolean {
  return counsellorOf(phase) === counsellor || isPromisedTo(company, counsellor);
}

function ringsFor(phase: Conversation['phase'], counsellor: UserId): boolean {
  return phase.name === 'waiting' && phase.ring?.counsellor === counsellor;
}
