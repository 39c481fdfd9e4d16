import { handOver } from '../domain/company-transitions.ts';
import { takeOf, type Conversation } from '../domain/conversation.ts';
import type { TeamId, UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { recordAddressOver } from './record-address.ts';
import { recordHeldCard, recordHeldCardOver } from './record-cards.ts';
import { nameOf, recordCompanyNews } from './record-company-messages.ts';
import { recordHelpCallOver, recordOut, recordStopComing } from './record-company-over.ts';
import { recordHints, recordHintsOver } from './record-hints.ts';
import { recordIdle } from './record-end.ts';
import type { Scene } from './scene.ts';

/**
 * Gives a conversation to the colleague who came to take it over (S40), and with it the team that is responsible (R80): its old
 * counsellor leaves the room and is idle. False when there is no such colleague.
 */
export async function recordHandOver(
  registers: Registers,
  scene: Scene,
  giving: { readonly conversation: Conversation; readonly by: UserId },
): Promise<boolean> {
  const conversation = await withNobodyComing(registers, scene, giving.conversation);
  const { successor, helpCall } = conversation.company;
  const before = takeOf(conversation.phase);
  if (before === undefined || successor === null) return false;
  const controller = rosterMember(scene.roster, successor)?.teamId ?? conversation.controller;
  const given = handOver(conversation, controller, scene.now);
  if (!given.ok) return false;
  await registers.conversations.save(given.value);
  if (helpCall !== null) await recordHelpCallOver(registers, scene, { conversation, helpCall });
  await recordCards(registers, scene, { before: conversation, after: given.value, by: giving.by });
  const { caseNumber } = conversation;
  const who = nameOf(scene.roster, successor);
  await recordCompanyNews(registers, conversation, {
    to: before.counsellor,
    message: { code: 'handed-over', caseNumber, who },
  });
  await recordOut(registers, conversation, { person: before.counsellor, reason: 'handed-over' });
  await recordIdle(registers, before.counsellor, scene.now);
  const subjects = [successor, ...(controller === conversation.controller ? [] : [controller])];
  await recordAudit(registers, scene, { ...giving, subjects });
  return true;
}

/** A conversation changes hands with nobody on their way: who is would come to somebody who did not ask them. */
async function withNobodyComing(
  registers: Registers,
  scene: Scene,
  conversation: Conversation,
): Promise<Conversation> {
  if (!(await recordStopComing(registers, scene, { conversation, why: 'withdrawn' }))) return conversation;
  return { ...conversation, company: { ...conversation.company, coming: null } };
}

async function recordCards(
  registers: Registers,
  { roster }: Scene,
  { before, after, by }: { readonly before: Conversation; readonly after: Conversation; readonly by: UserId },
): Promise<void> {
  const old = takeOf(before.phase);
  const take = takeOf(after.phase);
  if (old === undefined || take === undefined) return;
  await recordHeldCardOver(
    registers,
    { conversation: before, roster },
    { take: old, state: { name: 'handed-over', to: nameOf(roster, take.counsellor) } },
  );
  const state = { name: 'received', from: nameOf(roster, old.counsellor) } as const;
  await recordHeldCard(
    registers,
    { conversation: after, roster },
    {
      take,
      ring: null,
      state,
      ...(by === take.counsellor ? {} : { mention: take.counsellor }),
    },
  );
  const { conversationId } = after;
  await recordHintsOver(registers, conversationId, old);
  await recordAddressOver(registers, { roster }, { conversationId, counsellor: old.counsellor });
  await recordHints(registers, conversationId, take);
}

async function recordAudit(
  registers: Registers,
  { now }: Scene,
  handed: {
    readonly conversation: Conversation;
    readonly by: UserId;
    readonly subjects: readonly (UserId | TeamId | null)[];
  },
): Promise<void> {
  const { conversationId } = handed.conversation;
  for (const subject of handed.subjects) {
    const entry = { at: now, act: 'conversation-handed-over', who: handed.by, conversationId } as const;
    await registers.audit.append({ ...entry, subject, reason: null });
  }
}
