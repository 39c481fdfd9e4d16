import type { DeskMessage } from '../domain/desk-message.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Roster } from '../domain/roster.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { ActionOutcome } from './action-outcome.ts';

/** What telling who looked at a conversation needs. */
export interface TellLookedDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly sender: DeskSender;
  readonly roster: Roster;
}

/** More than fits one message: Matrix takes 65,536 bytes, encrypted, and a reason may have 500 characters. */
const mostLines = 25;

/** Tells a coordinator what stands in the audit log about a conversation; the reasons are opened now and recorded nowhere else. */
export async function tellLooked(
  { steps, unitOfWork, sender, roster }: TellLookedDependencies,
  telling: { readonly key: string; readonly conversationId: ConversationId | null; readonly reader: UserId },
): Promise<ActionOutcome> {
  const { key, conversationId, reader } = telling;
  const { roomId, message } = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => ({
      roomId: await registers.deskRooms.find({ own: reader }),
      message: conversationId === null ? undefined : await lookedMessage(registers, roster, conversationId),
    })),
  );
  if (message === undefined) return { ok: true, sent: null };
  if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
  const sent = await steps.step('action.carried-out', () =>
    sender.send({ roomId, key, message, mention: null }),
  );
  return { ok: true, sent };
}

/** Undefined when the conversation was erased meanwhile. */
async function lookedMessage(
  registers: Registers,
  roster: Roster,
  conversationId: ConversationId,
): Promise<DeskMessage | undefined> {
  const conversation = await registers.conversations.find(conversationId);
  if (conversation === undefined) return undefined;
  const entries = await registers.audit.about(conversationId);
  const shown = entries.slice(-mostLines);
  const nameOf = (id: string) =>
    roster.teams.find(({ teamId }) => teamId === id)?.name ?? personName(roster, id);
  const lines = shown.map(({ at, act, who, subject, reason }) => {
    return { at, act, who: nameOf(who), subject: subject === null ? null : nameOf(subject), reason };
  });
  const { caseNumber } = conversation;
  const earlier = entries.length - shown.length;
  return { kind: 'aftermath', message: { code: 'looked', caseNumber, lines, earlier } };
}

/** As colleagues call them; who works here no more, by their account. */
function personName(roster: Roster, id: string): string {
  const member = roster.members.find(({ userId }) => userId === id);
  return member?.name ?? id.slice(1).split(':')[0] ?? id;
}
