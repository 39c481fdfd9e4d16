import type { Conversation } from '../domain/conversation.ts';
import { mayRead } from '../domain/company-rules.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CompanyRefusal } from '../domain/desk-messages/company-message.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { mayReopen, mayShareWith, openFor } from '../domain/reopening.ts';
import { memberCalled, type Roster, type RosterMember } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { seeIdentityOrNot, type CheckIdentitiesDependencies } from './check-identities.ts';
import { findReading } from './find-reading.ts';
import { companyRefusal } from './record-company-messages.ts';
import { recordInVain } from './record-in-vain.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { recordInviteGranted } from './record-invite-right.ts';
import { recordOpen, recordRefused } from './reopen-conversation.ts';

/** A former participant's `!deel NUMBER WHO`. */
export type Sharing = CommandSource & { readonly caseNumber: CaseNumber; readonly who: string };

/**
 * `!deel`: a former participant lets a colleague of the responsible team read an ended conversation (R55). The service holds no
 * key: the participant's own Element invites, for which it gets the right for one invitation, and passes the history on. It is
 * open for both until the participant's hour is over, and audited. The colleague's identity is looked up before, and again before the
 * right is given (design 4).
 */
export async function shareConversation(
  dependencies: CheckIdentitiesDependencies & CommandDependencies,
  sharing: Sharing,
): Promise<void> {
  const { clock, roster } = dependencies;
  const named = memberCalled(roster, sharing.who);
  if (named !== undefined) await seeIdentityOrNot(dependencies, named.userId);
  await answerOnce(dependencies, { to: sharing.member.userId, eventId: sharing.eventId }, (registers) =>
    shareIn(registers, sharing, { roster, now: clock.now() }),
  );
}

type SharingScene = { readonly roster: Roster; readonly now: Instant };

async function shareIn(registers: Registers, sharing: Sharing, scene: SharingScene): Promise<DeskMessage> {
  const { member, caseNumber, who } = sharing;
  const { now } = scene;
  const allowed = mayReopen(await findReading(registers, caseNumber), member, caseNumber);
  if (!allowed.ok) {
    return await recordRefused(registers, { ...sharing, reason: null, refusal: allowed.problem, now });
  }
  const colleague = memberCalled(scene.roster, who);
  if (colleague === undefined) return { kind: 'refusal', refusal: { code: 'who-is-that', who } };
  const fitting = mayShareWith(allowed.value, member, colleague);
  if (!fitting.ok) {
    const refused = { refusal: fitting.problem, subject: colleague.userId };
    return await recordRefused(registers, { ...sharing, ...refused, reason: null, now });
  }
  const read = mayRead(await registers.duties.find(colleague.userId), colleague.name);
  if (!read.ok) return await recordUnfit(registers, sharing, { ...scene, colleague, refusal: read.problem });
  return await recordShared(registers, sharing, { conversation: allowed.value, colleague, now });
}

async function recordUnfit(
  registers: Registers,
  { member, caseNumber }: Sharing,
  unfit: SharingScene & { readonly colleague: RosterMember; readonly refusal: CompanyRefusal },
): Promise<DeskMessage> {
  await recordInVain(registers, {
    at: unfit.now,
    act: 'conversation-refused',
    who: member.userId,
    caseNumber,
    subject: unfit.colleague.userId,
    reason: null,
  });
  return companyRefusal(unfit.refusal);
}

async function recordShared(
  registers: Registers,
  sharing: Sharing,
  shared: { readonly conversation: Conversation; readonly colleague: RosterMember; readonly now: Instant },
): Promise<DeskMessage> {
  const { member, eventId, caseNumber } = sharing;
  const { conversation, colleague, now } = shared;
  const { conversationId, roomId } = conversation;
  const reopenings = await registers.reopenings.of(conversationId);
  const known = openFor(reopenings, member.userId, now);
  const line = { at: now, who: member.userId, conversationId, subject: colleague.userId, reason: null };
  if (known === undefined) await registers.audit.append({ ...line, act: 'conversation-reopened' });
  await registers.audit.append({ ...line, act: 'conversation-shared' });
  const { until } = await recordOpen(registers, { wish: sharing, conversation, known, now });
  const theirs = openFor(reopenings, colleague.userId, now);
  await registers.reopenings.save(conversationId, {
    person: colleague.userId,
    until: Math.max(until, theirs?.until ?? until),
    sharedBy: member.userId,
  });
  if (roomId !== null) {
    const key = actionKeys.cause(eventId, 'share');
    await recordInviteGranted(registers, { conversationId, roomId, person: member.userId, key });
  }
  await recordDeskMessage(registers, {
    to: { own: colleague.userId },
    key: actionKeys.cause(eventId, 'shared'),
    message: { kind: 'aftermath', message: { code: 'shared-with-you', caseNumber, until, who: member.name } },
    conversationId,
    mention: colleague.userId,
  });
  const told = {
    code: 'shared',
    caseNumber,
    until,
    who: colleague.name,
    colleague: colleague.userId,
  } as const;
  return { kind: 'aftermath', message: told };
}
