import type { CompanyPurpose } from './company.ts';
import { isIn } from './company-transitions.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import type { CompanyRefusal } from './desk-messages/company-message.ts';
import { hasUnconfirmedIdentity, isOffboarded, type CounsellorDuty } from './duty.ts';
import type { CaseNumber, UserId } from './ids.ts';
import { theOne, type NotMeant } from './meant-conversation.ts';
import { refusal, success, type Result } from './result.ts';
import type { RosterMember } from './roster.ts';
import { freeSlots, onDuty, type SlotFacts } from './slots.ts';

type NoSuccessor = Extract<CompanyRefusal, { readonly code: 'no-successor' }>;

/** Who asks whom for what. */
export type CompanyAsking = {
  readonly conversation: Conversation;
  readonly colleague: RosterMember;
  readonly purpose: CompanyPurpose;
};

/**
 * Whether this colleague may be asked into this conversation (R54, S40): whoever comes has a pinned identity that nobody has to
 * confirm, because the caller's browser shares with no other; whoever is to take over is also on duty, with a slot free.
 */
export function mayBeAsked(facts: SlotFacts, asking: CompanyAsking): Result<undefined, CompanyRefusal> {
  const { conversation, colleague, purpose } = asking;
  const { caseNumber, company, phase } = conversation;
  const { userId, name: who } = colleague;
  if (counsellorOf(phase) === userId) return refusal({ code: 'yourself', caseNumber, purpose });
  if (phase.name !== 'joined' && phase.name !== 'talking')
    return refusal({ code: 'not-in-room', caseNumber });
  if (company.refused.includes(userId)) return refusal({ code: 'caller-refused', caseNumber, who });
  if (company.readers.includes(userId)) return refusal({ code: 'already-in', caseNumber, who });
  if (company.coming !== null) return refusal({ code: 'somebody-coming', caseNumber });
  if (purpose === 'takes-over' && company.successor !== null) {
    return refusal({ code: 'has-successor', caseNumber });
  }
  const duty = facts.duties.find((each) => each.counsellor === userId);
  const read = mayRead(duty, who);
  if (!read.ok) return read;
  if (purpose === 'reads-along') return success(undefined);
  if (!onDuty(facts).some(({ member }) => member.userId === userId)) {
    return refusal({ code: 'colleague-off-duty', who });
  }
  return freeSlots(facts.openConversations, colleague) > 0
    ? success(undefined)
    : refusal({ code: 'colleague-busy', who });
}

/** Whether a colleague may be shown a conversation at all: they work here, and have a pinned identity that nobody has to confirm. */
export function mayRead(duty: CounsellorDuty | undefined, who: string): Result<undefined, CompanyRefusal> {
  if (isOffboarded(duty)) return refusal({ code: 'left-service', who });
  if (duty?.pinnedMasterKey == null) return refusal({ code: 'never-on-duty', who });
  if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'colleague-identity', who });
  return success(undefined);
}

/**
 * Whether whoever was asked may come after all, when they say yes: what held when they were asked may have changed, and a coordinator
 * is called whatever their keys are, because they can also ring their colleague up.
 */
export function mayCome(
  facts: SlotFacts,
  coming: { readonly conversation: Conversation; readonly colleague: UserId; readonly isTakingOver: boolean },
): Result<undefined, CompanyRefusal> {
  const { colleague } = coming;
  const { caseNumber, company } = coming.conversation;
  if (company.refused.includes(colleague)) return refusal({ code: 'unwanted', caseNumber });
  const duty = facts.duties.find((each) => each.counsellor === colleague);
  if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'own-identity' });
  if (duty?.pinnedMasterKey == null) return refusal({ code: 'own-keys-unknown', caseNumber });
  const isOn = onDuty(facts).some(({ member }) => member.userId === colleague);
  return coming.isTakingOver && !isOn ? refusal({ code: 'off-duty', caseNumber }) : success(undefined);
}

/** The conversation that `!overgenomen` means: one in which somebody takes over, from its counsellor or from that successor. */
export function conversationToTakeOver(
  openConversations: readonly Conversation[],
  person: UserId,
  caseNumber: CaseNumber | null,
): Result<Conversation, NotMeant | NoSuccessor> {
  const by = { person, command: 'overgenomen', caseNumber } as const;
  const own = openConversations.filter((each) => isIn(each, person));
  const ready = own.filter(
    ({ phase, company }) =>
      company.successor !== null && (counsellorOf(phase) === person || company.successor === person),
  );
  if (ready.length > 0) return theOne(ready, by);
  const meant = theOne(own, by);
  return meant.ok ? refusal({ code: 'no-successor', caseNumber: meant.value.caseNumber }) : meant;
}

/** The conversation into which a colleague is asked or called, or is on their way; of several the one of the number. */
export function conversationWithCallFor(
  openConversations: readonly Conversation[],
  colleague: UserId,
  caseNumber: CaseNumber | null,
): Conversation | undefined {
  const asked = openConversations.filter((each) => isCalled(each, colleague));
  return asked.find((each) => caseNumber === null || each.caseNumber === caseNumber);
}

/** Whether a colleague is asked into a conversation, is on their way into it, or is called for help. */
export function isCalled({ company }: Conversation, colleague: UserId): boolean {
  return company.coming?.colleague === colleague || company.helpCall?.open.includes(colleague) === true;
}

/**
 * Who is called for help (S43): the coordinators of the counsellor's team and those of all teams, but for who is in it already;
 * those on duty if there are any, else all.
 */
export function coordinatorsToCall(facts: SlotFacts, conversation: Conversation): readonly RosterMember[] {
  const counsellor = facts.roster.members.find(({ userId }) => userId === counsellorOf(conversation.phase));
  const coordinators = facts.roster.members.filter(
    ({ userId, role, teamId }) =>
      role === 'coordinator' &&
      (teamId === null || teamId === counsellor?.teamId) &&
      !isIn(conversation, userId) &&
      !conversation.company.refused.includes(userId) &&
      !isOffboarded(facts.duties.find((each) => each.counsellor === userId)),
  );
  const present = coordinators.filter(({ userId }) =>
    onDuty(facts).some(({ member }) => member.userId === userId),
  );
  return present.length > 0 ? present : coordinators;
}
