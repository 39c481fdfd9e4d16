import type { Company, ComingColleague, CompanyPurpose } from './company.ts';
import { companyLeft } from './company.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import type { InvalidTransition, Transition } from './conversation-transitions.ts';
import type { TeamId, UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import type { Instant } from './time.ts';

/** A colleague gets a card; one at a time, and only while its counsellor is in the room. */
export function askColleague(
  conversation: Conversation,
  asking: { readonly colleague: UserId; readonly purpose: CompanyPurpose },
  now: Instant,
): Transition {
  const askedBy = counsellorInRoom(conversation);
  if (askedBy === undefined || conversation.company.coming !== null) return invalid(conversation);
  if (isIn(conversation, asking.colleague)) return invalid(conversation);
  const coming = { ...asking, askedBy, ...freshlyAsked(now), isHelp: false, stage: 'asked' } as const;
  return withCompany(conversation, { coming });
}

/** The asked colleague will come: from now on the caller is told, and may say no (R25). */
export function announce(conversation: Conversation, colleague: UserId, now: Instant): Transition {
  const { coming } = conversation.company;
  if (coming?.stage !== 'asked' || coming.colleague !== colleague) return invalid(conversation);
  return withCompany(conversation, { coming: { ...coming, stage: 'announced', since: now } });
}

/** Every coordinator has a card (S43); one call at a time. */
export function callForHelp(
  conversation: Conversation,
  coordinators: readonly UserId[],
  now: Instant,
): Transition {
  const askedBy = counsellorInRoom(conversation);
  if (askedBy === undefined || conversation.company.helpCall !== null) return invalid(conversation);
  return withCompany(conversation, { helpCall: { askedBy, askedAt: now, since: now, open: coordinators } });
}

/**
 * A coordinator answers the call: they come as to read along, the others are not needed. Who was asked and has not answered yet
 * is not needed either; who has answered comes first.
 */
export function answerHelpCall(conversation: Conversation, coordinator: UserId, now: Instant): Transition {
  const { helpCall, coming } = conversation.company;
  if (!helpCall?.open.includes(coordinator) || isIn(conversation, coordinator)) return invalid(conversation);
  if (coming !== null && coming.stage !== 'asked') return invalid(conversation);
  const { askedBy, askedAt } = helpCall;
  return withCompany(conversation, {
    helpCall: null,
    coming: {
      ...freshlyAsked(now),
      askedAt,
      colleague: coordinator,
      askedBy,
      purpose: 'reads-along',
      isHelp: true,
      stage: 'announced',
    },
  });
}

/** A coordinator cannot come now; the call goes on with the others. */
export function passHelpCall(conversation: Conversation, coordinator: UserId): Transition {
  const { helpCall } = conversation.company;
  if (!helpCall?.open.includes(coordinator)) return invalid(conversation);
  const open = helpCall.open.filter((each) => each !== coordinator);
  return withCompany(conversation, { helpCall: { ...helpCall, open } });
}

/** Nobody is called any more. */
export function stopHelpCall(conversation: Conversation): Transition {
  if (conversation.company.helpCall === null) return invalid(conversation);
  return withCompany(conversation, { helpCall: null });
}

/** The word to share the history and to invite: to the caller's browser, or, while it is away, to the counsellor's program. */
export function shareHistory(
  conversation: Conversation,
  sharedBy: ComingColleague['sharedBy'],
  now: Instant,
): Transition {
  const { coming } = conversation.company;
  if (coming === null || coming.stage === 'asked' || coming.invitedAt !== null) return invalid(conversation);
  if (coming.stage === 'sharing' && coming.sharedBy === sharedBy) return invalid(conversation);
  return withCompany(conversation, { coming: { ...coming, stage: 'sharing', since: now, sharedBy } });
}

/** The invitation of the colleague was seen in the room. */
export function seeInvitation(conversation: Conversation, colleague: UserId, now: Instant): Transition {
  const { coming } = conversation.company;
  if (coming?.stage !== 'sharing' || coming.colleague !== colleague) return invalid(conversation);
  if (coming.invitedAt !== null) return invalid(conversation);
  return withCompany(conversation, { coming: { ...coming, invitedAt: now } });
}

/** They do not come: nobody is on their way any more. */
export function stopComing(conversation: Conversation): Transition {
  if (conversation.company.coming === null) return invalid(conversation);
  return withCompany(conversation, { coming: null });
}

/** The caller would rather not have them there (R25): they do not come, now or later. */
export function refuseColleague(conversation: Conversation): Transition {
  const { coming, refused } = conversation.company;
  if (coming === null) return invalid(conversation);
  return withCompany(conversation, { coming: null, refused: [...refused, coming.colleague] });
}

/** The colleague is in the room; if they were called for help as well, that call is answered. */
export function comeIn(conversation: Conversation, colleague: UserId): Transition {
  const { coming, readers, successor, helpCall } = conversation.company;
  if (coming?.stage !== 'sharing' || coming.colleague !== colleague) return invalid(conversation);
  return withCompany(conversation, {
    coming: null,
    readers: [...readers, colleague],
    successor: coming.purpose === 'takes-over' ? colleague : successor,
    helpCall: helpCall?.open.includes(colleague) === true ? null : helpCall,
  });
}

/** A reader is out of the room; who was to get the conversation gets it no more. */
export function stopReading(conversation: Conversation, reader: UserId): Transition {
  const { readers, successor } = conversation.company;
  if (!readers.includes(reader)) return invalid(conversation);
  return withCompany(conversation, {
    readers: readers.filter((each) => each !== reader),
    successor: successor === reader ? null : successor,
  });
}

/**
 * The conversation goes to the successor (S40), and with it the team that is responsible (R80). Whoever had it counts as asked:
 * it does not ring for them again. The talk goes on, so its clock does as well; what the successor was told of the caller's
 * connection is nothing yet.
 */
export function handOver(
  conversation: Conversation,
  controller: TeamId | null,
  now: Instant,
): Result<Conversation, InvalidTransition> {
  const { phase, company } = conversation;
  const { successor } = company;
  if (successor === null || (phase.name !== 'joined' && phase.name !== 'talking'))
    return invalid(conversation);
  const since = phase.name === 'talking' ? phase.since : now;
  const asked = phase.asked.includes(phase.counsellor) ? phase.asked : [...phase.asked, phase.counsellor];
  return success({
    ...conversation,
    unsecuredSince: null,
    controller,
    toldConnection: null,
    phase: { name: 'talking', counsellor: successor, takenAt: now, since, asked },
    company: { ...companyLeft(company), readers: company.readers.filter((each) => each !== successor) },
  });
}

function freshlyAsked(now: Instant): Pick<ComingColleague, 'askedAt' | 'since' | 'sharedBy' | 'invitedAt'> {
  return { askedAt: now, since: now, sharedBy: 'caller', invitedAt: null };
}

function counsellorInRoom({ phase }: Conversation): UserId | undefined {
  return phase.name === 'joined' || phase.name === 'talking' ? phase.counsellor : undefined;
}

/** Whether somebody is in the conversation already, as its counsellor or as a reader. */
export function isIn({ phase, company }: Conversation, person: UserId): boolean {
  return counsellorOf(phase) === person || company.readers.includes(person);
}

function withCompany(conversation: Conversation, change: Partial<Company>): Transition {
  return success({ ...conversation, company: { ...conversation.company, ...change } });
}

function invalid(conversation: Conversation): ReturnType<typeof refusal<InvalidTransition>> {
  return refusal({ code: 'invalid-transition', phase: conversation.phase.name });
}
