import { counsellorOf, type Conversation } from './conversation.ts';
import type { DeskRefusal } from './desk-message.ts';
import type { CaseNumber, UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import type { RingFacts } from './ringing.ts';
import { rosterMember, type RosterMember } from './roster.ts';
import { freeSlots, onDuty } from './slots.ts';

/**
 * Whether a counsellor may take a conversation now, by ✋ or `!neem` (design 5.6): any waiting one, also while it rings for
 * somebody else, as long as they are on duty with a free slot. The ring of this very conversation does not fill the slot.
 */
export function mayTake(
  facts: Omit<RingFacts, 'now' | 'preferred'>,
  counsellor: UserId,
): Result<RosterMember, DeskRefusal> {
  const { conversation } = facts;
  const member = rosterMember(facts.roster, counsellor);
  if (member === undefined) return refusal({ code: 'not-in-roster' });
  const holder = counsellorOf(conversation.phase);
  if (holder !== undefined) {
    const who = rosterMember(facts.roster, holder)?.name ?? null;
    return refusal({ code: 'already-taken', caseNumber: conversation.caseNumber, who });
  }
  if (conversation.phase.name !== 'waiting') return refusal({ code: 'nothing-to-take' });
  if (!onDuty(facts).some((each) => each.member.userId === counsellor)) {
    const duty = facts.duties.find((each) => each.counsellor === counsellor);
    const hasChanged = duty !== undefined && duty.unconfirmedMasterKey !== null;
    return refusal({ code: hasChanged ? 'identity-changed' : 'not-on-duty' });
  }
  if (conversation.company.refused.includes(counsellor)) return refusal({ code: 'caller-refused' });
  const others = facts.openConversations.filter(
    (each) => each.conversationId !== conversation.conversationId,
  );
  return freeSlots(others, member) > 0 ? success(member) : refusal({ code: 'no-free-slot' });
}

/** The waiting conversation that rings for a counsellor, if one does. */
export function ringingFor(
  openConversations: readonly Conversation[],
  counsellor: UserId,
): Conversation | undefined {
  return openConversations.find(
    ({ phase }) => phase.name === 'waiting' && phase.ring?.counsellor === counsellor,
  );
}

/**
 * The conversation that `!neem` means (design 7): the one of the number, else the one that rings for the counsellor, else
 * the one that has waited longest. With a number it may be one that cannot be taken any more; `mayTake` says so.
 */
export function conversationToTake(
  openConversations: readonly Conversation[],
  counsellor: UserId,
  caseNumber: CaseNumber | null,
): Conversation | undefined {
  if (caseNumber !== null) return openConversations.find((each) => each.caseNumber === caseNumber);
  const ringing = ringingFor(openConversations, counsellor);
  if (ringing !== undefined) return ringing;
  const waiting = openConversations.filter(({ phase }) => phase.name === 'waiting');
  return [...waiting].sort((one, other) => one.createdAt - other.createdAt)[0];
}
