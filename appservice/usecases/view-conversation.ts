import { counsellorOf, type Conversation, type EndedBy, type Phase } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { rosterMember, type Organisation, type Roster } from '../domain/roster.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';

/** What viewing a conversation needs. */
export interface ViewConversationDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly roster: Roster;
}

/** How a conversation stands, as its caller may know it. */
export type ConversationStanding = {
  readonly version: number;
  /** While room and keys are being made the caller waits already. */
  readonly phase: Exclude<Phase['name'], 'starting'>;
  /** From 180 s of waiting on (S41). */
  readonly takesLong: boolean;
  /** Who has it, with the pinned identity; null without one, because no key may go to somebody who is not pinned. */
  readonly counsellor: {
    readonly userId: UserId;
    readonly masterKey: string;
    readonly organisation: Organisation;
  } | null;
  readonly endedBy: EndedBy | null;
};

/** How a conversation stands; undefined when there is none. */
export async function viewConversation(
  { unitOfWork, roster }: ViewConversationDependencies,
  conversationId: ConversationId,
): Promise<ConversationStanding | undefined> {
  return await unitOfWork.read(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined) return undefined;
    const version = await registers.conversations.version(conversationId);
    const { phase } = conversation;
    return {
      version,
      phase: phase.name === 'starting' ? 'waiting' : phase.name,
      takesLong: phase.name === 'waiting' && phase.callerToldAt !== null,
      counsellor: await pinnedCounsellor(registers, roster, conversation),
      endedBy: phase.name === 'ended' ? phase.by : null,
    };
  });
}

async function pinnedCounsellor(
  registers: Registers,
  roster: Roster,
  { phase }: Conversation,
): Promise<ConversationStanding['counsellor']> {
  const userId = counsellorOf(phase);
  if (userId === undefined) return null;
  const member = rosterMember(roster, userId);
  const masterKey = (await registers.duties.find(userId))?.pinnedMasterKey ?? null;
  if (member === undefined || masterKey === null) return null;
  return { userId, masterKey, organisation: member.organisation };
}
